CREATE TABLE `visitor_merges` (
	`id` varbinary(64) NOT NULL,
	`from_visitor` varbinary(64) NOT NULL,
	`into_visitor` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	`by` varbinary(64) NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`undone_at` bigint,
	`moved` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `visitor_merges_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
DROP INDEX `files_said` ON `files`;--> statement-breakpoint
ALTER TABLE `visitors` ADD `company` varchar(120) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `tags` mediumtext character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `visitors` ADD `pinned` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `merged_into` varbinary(64);--> statement-breakpoint
ALTER TABLE `visitors` ADD `sort_name` varbinary(240) DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `words` varchar(600) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `name` varchar(255) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `type` varbinary(120) DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `visitor_merges_into` ON `visitor_merges` (`into_visitor`,`id`);--> statement-breakpoint
CREATE INDEX `visitor_merges_from` ON `visitor_merges` (`from_visitor`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_name` ON `visitors` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`email`,`id`);--> statement-breakpoint
CREATE INDEX `visitor_tokens_visitor` ON `visitor_tokens` (`visitor`);--> statement-breakpoint
CREATE INDEX `identities_visitor` ON `identities` (`visitor`);--> statement-breakpoint
CREATE INDEX `files_bytes` ON `files` (`said`,`bytes`,`id`);--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`,`id`);