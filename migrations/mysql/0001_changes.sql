CREATE TABLE `reactions` (
	`conversation` varbinary(64) NOT NULL,
	`entry` varbinary(64) NOT NULL,
	`emoji` varbinary(64) NOT NULL,
	`author` varbinary(64) NOT NULL,
	`by` varbinary(24) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`seq` bigint NOT NULL,
	CONSTRAINT `reactions_conversation_entry_author_emoji_pk` PRIMARY KEY(`conversation`,`entry`,`author`,`emoji`)
);
--> statement-breakpoint
CREATE TABLE `former_texts` (
	`conversation` varbinary(64) NOT NULL,
	`seq` bigint NOT NULL,
	`entry` varbinary(64) NOT NULL,
	`text` varchar(4000) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`until_seq` bigint NOT NULL,
	CONSTRAINT `former_texts_conversation_seq_pk` PRIMARY KEY(`conversation`,`seq`)
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `answers` varbinary(64);--> statement-breakpoint
ALTER TABLE `entries` ADD `reacted` bigint;