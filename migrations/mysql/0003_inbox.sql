CREATE TABLE `views` (
	`id` varbinary(64) NOT NULL,
	`owner` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`query` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`shared` boolean NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `views_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `conversations` ADD `priority` varbinary(24) DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `snoozed` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `search_keys` mediumtext character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
CREATE INDEX `views_owner` ON `views` (`owner`);--> statement-breakpoint
CREATE INDEX `views_shared` ON `views` (`shared`);--> statement-breakpoint
CREATE INDEX `conversations_opened` ON `conversations` (`department`,`opened_at`,`id`);--> statement-breakpoint
UPDATE `conversations` SET `search_keys` = lower(replace(replace(replace(replace(json_extract(`shown`, '$.tags'), '", "', '\ntag:'), '","', '\ntag:'), '["', '\ntag:'), '"]', '\n')) WHERE json_valid(`shown`) AND json_extract(`shown`, '$.tags') <> '[]';
