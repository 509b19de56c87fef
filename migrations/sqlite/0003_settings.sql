PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_departments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	CONSTRAINT "departments_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "departments_name_limit" CHECK(length("name") <= 60)
);
--> statement-breakpoint
INSERT INTO `__new_departments`("id", "name", "settings", "created_at", "removed_at") SELECT "id", "name", "settings", "created_at", "removed_at" FROM `departments`;--> statement-breakpoint
DROP TABLE `departments`;--> statement-breakpoint
ALTER TABLE `__new_departments` RENAME TO `departments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `agents` ADD `settings` text NOT NULL;--> statement-breakpoint
ALTER TABLE `agents` DROP COLUMN `capacity`;