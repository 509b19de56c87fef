CREATE TABLE `tags` (
	`key` varbinary(480) NOT NULL,
	`name` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`color` varbinary(24) NOT NULL,
	`description` varchar(200) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`into_key` varbinary(480),
	`leaves` boolean NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `tags_key` PRIMARY KEY(`key`)
);
--> statement-breakpoint
DROP INDEX `visitors_pinned` ON `visitors`;--> statement-breakpoint
DROP INDEX `visitors_language` ON `visitors`;--> statement-breakpoint
DROP INDEX `conversations_all_opened` ON `conversations`;--> statement-breakpoint
DROP INDEX `conversations_all_closed` ON `conversations`;--> statement-breakpoint
DROP INDEX `conversations_stars` ON `conversations`;--> statement-breakpoint
DROP INDEX `visitors_name` ON `visitors`;--> statement-breakpoint
DROP INDEX `visitors_email` ON `visitors`;--> statement-breakpoint
DROP INDEX `visits_at` ON `visits`;--> statement-breakpoint
DROP INDEX `audit_at` ON `audit`;--> statement-breakpoint
DROP INDEX `files_said` ON `files`;--> statement-breakpoint
DROP INDEX `files_bytes` ON `files`;--> statement-breakpoint
DROP INDEX `letters_at` ON `letters`;--> statement-breakpoint
DROP INDEX `letters_state` ON `letters`;--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_name` ON `visitors` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`email`,`id`);--> statement-breakpoint
CREATE INDEX `visits_at` ON `visits` (`at`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `files_bytes` ON `files` (`said`,`bytes`,`id`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `conversations` DROP COLUMN `key_bits`;