CREATE TABLE `unsubscribed` (
	`address` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `unsubscribed_address` PRIMARY KEY(`address`)
);
--> statement-breakpoint
DROP INDEX `letters_at` ON `letters`;--> statement-breakpoint
ALTER TABLE `letters` ADD `kind` varbinary(24) DEFAULT 'answer' NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `about` varbinary(64) DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `address` varchar(254) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `subject` varchar(250) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `language` varbinary(24) DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_kind` ON `letters` (`kind`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_address` ON `letters` (`address`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`,`id`);