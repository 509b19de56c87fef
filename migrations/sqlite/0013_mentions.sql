CREATE TABLE `mentions` (
	`agent` text NOT NULL,
	`conversation` text NOT NULL,
	`entry` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`place` text NOT NULL,
	`seen` integer NOT NULL,
	PRIMARY KEY(`agent`, `conversation`, `entry`),
	CONSTRAINT "mentions_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "mentions_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "mentions_entry_limit" CHECK(octet_length("entry") <= 64),
	CONSTRAINT "mentions_place_limit" CHECK(octet_length("place") <= 24)
);
--> statement-breakpoint
CREATE INDEX `mentions_conversation` ON `mentions` (`conversation`);