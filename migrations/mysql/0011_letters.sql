CREATE TABLE `letters` (
	`conversation` varbinary(64) NOT NULL,
	`nth` bigint NOT NULL,
	`id` varbinary(64) NOT NULL,
	`visitor` varbinary(64) NOT NULL,
	`email` varchar(254) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`language` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`after_seq` bigint NOT NULL,
	`up_to_seq` bigint NOT NULL,
	`at` bigint NOT NULL,
	`state` varbinary(24) NOT NULL,
	`due_at` bigint NOT NULL,
	`tries` bigint NOT NULL,
	`problem` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`used_at` bigint NOT NULL,
	CONSTRAINT `letters_conversation_nth_pk` PRIMARY KEY(`conversation`,`nth`),
	CONSTRAINT `letters_id` UNIQUE(`id`)
);
--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `conversations_visitor` ON `conversations` (`visitor`,`open`,`closed_at`,`id`);