CREATE TABLE `drafts` (
	`agent` varbinary(64) NOT NULL,
	`conversation` varbinary(64) NOT NULL,
	`text` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `drafts_agent_conversation_pk` PRIMARY KEY(`agent`,`conversation`)
);
--> statement-breakpoint
CREATE TABLE `scheduled` (
	`conversation` varbinary(64) NOT NULL,
	`client_id` varbinary(64) NOT NULL,
	`agent` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`text` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`answers` varbinary(64),
	`due_at` bigint NOT NULL,
	`seq` bigint,
	`held` varbinary(24) NOT NULL,
	`lease` varbinary(64) NOT NULL,
	`leased_until` bigint NOT NULL,
	CONSTRAINT `scheduled_conversation_client_id_pk` PRIMARY KEY(`conversation`,`client_id`)
);
--> statement-breakpoint
CREATE INDEX `scheduled_due` ON `scheduled` (`held`,`due_at`);