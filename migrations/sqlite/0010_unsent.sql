CREATE TABLE `drafts` (
	`agent` text NOT NULL,
	`conversation` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent`, `conversation`),
	CONSTRAINT "drafts_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "drafts_conversation_limit" CHECK(octet_length("conversation") <= 64)
);
--> statement-breakpoint
CREATE TABLE `scheduled` (
	`conversation` text NOT NULL,
	`client_id` text NOT NULL,
	`agent` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`answers` text,
	`due_at` integer NOT NULL,
	`seq` integer,
	`held` text NOT NULL,
	`lease` text NOT NULL,
	`leased_until` integer NOT NULL,
	PRIMARY KEY(`conversation`, `client_id`),
	CONSTRAINT "scheduled_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "scheduled_client_id_limit" CHECK(octet_length("client_id") <= 64),
	CONSTRAINT "scheduled_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "scheduled_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "scheduled_answers_limit" CHECK(octet_length("answers") <= 64),
	CONSTRAINT "scheduled_held_limit" CHECK(octet_length("held") <= 24),
	CONSTRAINT "scheduled_lease_limit" CHECK(octet_length("lease") <= 64)
);
--> statement-breakpoint
CREATE INDEX `scheduled_due` ON `scheduled` (`held`,`due_at`);