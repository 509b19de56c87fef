CREATE TABLE `mentions` (
	`agent` varbinary(64) NOT NULL,
	`conversation` varbinary(64) NOT NULL,
	`entry` varbinary(64) NOT NULL,
	`seq` bigint NOT NULL,
	`at` bigint NOT NULL,
	`place` varbinary(24) NOT NULL,
	`seen` boolean NOT NULL,
	CONSTRAINT `mentions_agent_conversation_entry_pk` PRIMARY KEY(`agent`,`conversation`,`entry`)
);
--> statement-breakpoint
CREATE INDEX `mentions_conversation` ON `mentions` (`conversation`);