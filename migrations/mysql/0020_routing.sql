ALTER TABLE `line` ADD `language` varbinary(24) DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `line` ADD `precedence` mediumtext character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `floor` ADD `languages` varchar(220) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `floor` ADD `skills` varchar(840) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `floor` ADD `recent` mediumtext character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
CREATE INDEX `line_language` ON `line` (`department`,`language`,`lane`,`rank`,`offered_to`);