ALTER TABLE `agents` ADD `settings` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `settings` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `created_at` bigint NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `removed_at` bigint;--> statement-breakpoint
ALTER TABLE `agents` DROP COLUMN `capacity`;--> statement-breakpoint
ALTER TABLE `departments` DROP COLUMN `strategy`;--> statement-breakpoint
ALTER TABLE `departments` DROP COLUMN `acceptance`;--> statement-breakpoint
ALTER TABLE `departments` DROP COLUMN `timings`;