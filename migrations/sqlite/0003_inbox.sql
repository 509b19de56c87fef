CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "views_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "views_owner_limit" CHECK(octet_length("owner") <= 64),
	CONSTRAINT "views_name_limit" CHECK(length("name") <= 120)
);
--> statement-breakpoint
CREATE INDEX `views_owner` ON `views` (`owner`);--> statement-breakpoint
CREATE INDEX `views_shared` ON `views` (`shared`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor` text NOT NULL,
	`visitor_name` text NOT NULL,
	`department` text NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`agent` text,
	`agent_name` text NOT NULL,
	`offered_to` text,
	`opened_at` integer NOT NULL,
	`waiting_since` integer NOT NULL,
	`closed_at` integer,
	`stars` integer,
	`priority` text DEFAULT 'normal' NOT NULL,
	`snoozed` integer DEFAULT false NOT NULL,
	`search_keys` text,
	`shown` text NOT NULL,
	CONSTRAINT "conversations_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "conversations_visitor_limit" CHECK(octet_length("visitor") <= 64),
	CONSTRAINT "conversations_visitor_name_limit" CHECK(length("visitor_name") <= 120),
	CONSTRAINT "conversations_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "conversations_state_limit" CHECK(octet_length("state") <= 24),
	CONSTRAINT "conversations_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "conversations_agent_name_limit" CHECK(length("agent_name") <= 120),
	CONSTRAINT "conversations_offered_to_limit" CHECK(octet_length("offered_to") <= 64),
	CONSTRAINT "conversations_priority_limit" CHECK(octet_length("priority") <= 24)
);
--> statement-breakpoint
INSERT INTO `__new_conversations`("id", "visitor", "visitor_name", "department", "state", "open", "agent", "agent_name", "offered_to", "opened_at", "waiting_since", "closed_at", "stars", "shown") SELECT "id", "visitor", "visitor_name", "department", "state", "open", "agent", "agent_name", "offered_to", "opened_at", "waiting_since", "closed_at", "stars", "shown" FROM `conversations`;--> statement-breakpoint
DROP TABLE `conversations`;--> statement-breakpoint
ALTER TABLE `__new_conversations` RENAME TO `conversations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `conversations_open` ON `conversations` (`open`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_agent` ON `conversations` (`agent`,`open`);--> statement-breakpoint
CREATE INDEX `conversations_offered` ON `conversations` (`offered_to`);--> statement-breakpoint
CREATE INDEX `conversations_closed` ON `conversations` (`department`,`open`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_opened` ON `conversations` (`department`,`opened_at`,`id`);--> statement-breakpoint
UPDATE `conversations` SET `search_keys` = lower(replace(replace(replace(replace(json_extract(`shown`, '$.tags'), '", "', char(10) || 'tag:'), '","', char(10) || 'tag:'), '["', char(10) || 'tag:'), '"]', char(10))) WHERE json_valid(`shown`) AND json_extract(`shown`, '$.tags') <> '[]';
