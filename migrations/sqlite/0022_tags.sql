CREATE TABLE `tags` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`color` text NOT NULL,
	`description` text NOT NULL,
	`into_key` text,
	`leaves` integer NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "tags_key_limit" CHECK(octet_length("key") <= 480),
	CONSTRAINT "tags_name_limit" CHECK(length("name") <= 40),
	CONSTRAINT "tags_color_limit" CHECK(octet_length("color") <= 24),
	CONSTRAINT "tags_description_limit" CHECK(length("description") <= 200),
	CONSTRAINT "tags_into_key_limit" CHECK(octet_length("into_key") <= 480),
	CONSTRAINT "tags_version_limit" CHECK(octet_length("version") <= 64)
);
--> statement-breakpoint
DROP INDEX `visitors_pinned`;--> statement-breakpoint
DROP INDEX `visitors_language`;--> statement-breakpoint
DROP INDEX `visitors_name`;--> statement-breakpoint
DROP INDEX `visitors_email`;--> statement-breakpoint
CREATE INDEX `visitors_name` ON `visitors` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`email`,`id`);--> statement-breakpoint
DROP INDEX `conversations_all_opened`;--> statement-breakpoint
DROP INDEX `conversations_all_closed`;--> statement-breakpoint
DROP INDEX `conversations_stars`;--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`);--> statement-breakpoint
ALTER TABLE `conversations` DROP COLUMN `key_bits`;--> statement-breakpoint
DROP INDEX `visits_at`;--> statement-breakpoint
CREATE INDEX `visits_at` ON `visits` (`at`);--> statement-breakpoint
DROP INDEX `audit_at`;--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`);--> statement-breakpoint
DROP INDEX `files_said`;--> statement-breakpoint
DROP INDEX `files_bytes`;--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `files_bytes` ON `files` (`said`,`bytes`,`id`);--> statement-breakpoint
DROP INDEX `letters_at`;--> statement-breakpoint
DROP INDEX `letters_state`;--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`at`,`id`);