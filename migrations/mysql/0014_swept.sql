CREATE INDEX `drafts_at` ON `drafts` (`at`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`);--> statement-breakpoint
ALTER TABLE `letters` DROP COLUMN `visitor`;--> statement-breakpoint
ALTER TABLE `letters` DROP COLUMN `email`;--> statement-breakpoint
ALTER TABLE `letters` DROP COLUMN `language`;--> statement-breakpoint
ALTER TABLE `letters` DROP COLUMN `used_at`;