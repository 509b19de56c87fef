CREATE TABLE `roles` (
	`id` varbinary(24) NOT NULL,
	`name` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name_key` varbinary(480) NOT NULL,
	`permissions` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `roles_id` PRIMARY KEY(`id`),
	CONSTRAINT `roles_name_key` UNIQUE(`name_key`)
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `seen_at` bigint;--> statement-breakpoint
ALTER TABLE `sessions` ADD `address` varbinary(64);--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` varchar(200) character set utf8mb4 collate utf8mb4_bin;