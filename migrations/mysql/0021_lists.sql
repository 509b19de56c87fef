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
ALTER TABLE `conversations` ADD `key_bits` bigint DEFAULT 2147483647 NOT NULL;--> statement-breakpoint
CREATE INDEX `visitors_pinned` ON `visitors` (`pinned`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_language` ON `visitors` (`language`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`closed_at`,`stars`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`opened_at`,`stars`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`opened_at`);--> statement-breakpoint
CREATE INDEX `visitors_name` ON `visitors` (`sort_name`,`id`,`merged_into`,`pinned`,`language`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`email`,`id`,`merged_into`,`pinned`,`language`);--> statement-breakpoint
CREATE INDEX `visits_at` ON `visits` (`at`,`visitor`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`,`act`,`actor`,`object`);--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`,`id`,`type`,`name`);--> statement-breakpoint
CREATE INDEX `files_bytes` ON `files` (`said`,`bytes`,`id`,`at`,`type`,`name`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`,`id`,`state`,`tries`,`kind`,`address`);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`at`,`id`,`tries`);