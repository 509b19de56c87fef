PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_line` (
	`department` text NOT NULL,
	`conversation` text NOT NULL,
	`ticket` integer NOT NULL,
	`lane` integer NOT NULL,
	`rank` integer NOT NULL,
	`since` integer NOT NULL,
	`offered_to` text,
	`offer` integer NOT NULL,
	`refused` text NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`precedence` text,
	PRIMARY KEY(`department`, `conversation`),
	CONSTRAINT "line_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "line_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "line_offered_to_limit" CHECK(octet_length("offered_to") <= 64),
	CONSTRAINT "line_language_limit" CHECK(octet_length("language") <= 24)
);
--> statement-breakpoint
INSERT INTO `__new_line`("department", "conversation", "ticket", "lane", "rank", "since", "offered_to", "offer", "refused") SELECT "department", "conversation", "ticket", "lane", "rank", "since", "offered_to", "offer", "refused" FROM `line`;--> statement-breakpoint
DROP TABLE `line`;--> statement-breakpoint
ALTER TABLE `__new_line` RENAME TO `line`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `line_order` ON `line` (`department`,`lane`,`rank`,`offered_to`);--> statement-breakpoint
CREATE INDEX `line_language` ON `line` (`department`,`language`,`lane`,`rank`,`offered_to`);--> statement-breakpoint
CREATE TABLE `__new_floor` (
	`department` text NOT NULL,
	`agent` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`ready` integer NOT NULL,
	`present` integer NOT NULL,
	`resting` integer NOT NULL,
	`may_reply` integer NOT NULL,
	`load` integer NOT NULL,
	`capacity` integer NOT NULL,
	`offers` text NOT NULL,
	`idle_since` integer NOT NULL,
	`last_offer` integer NOT NULL,
	`languages` text DEFAULT '' NOT NULL,
	`skills` text DEFAULT '' NOT NULL,
	`recent` text,
	PRIMARY KEY(`department`, `agent`),
	CONSTRAINT "floor_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "floor_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "floor_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "floor_languages_limit" CHECK(length("languages") <= 220),
	CONSTRAINT "floor_skills_limit" CHECK(length("skills") <= 840)
);
--> statement-breakpoint
INSERT INTO `__new_floor`("department", "agent", "name", "version", "ready", "present", "resting", "may_reply", "load", "capacity", "offers", "idle_since", "last_offer") SELECT "department", "agent", "name", "version", "ready", "present", "resting", "may_reply", "load", "capacity", "offers", "idle_since", "last_offer" FROM `floor`;--> statement-breakpoint
DROP TABLE `floor`;--> statement-breakpoint
ALTER TABLE `__new_floor` RENAME TO `floor`;