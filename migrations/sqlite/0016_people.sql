CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`permissions` text NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "roles_id_limit" CHECK(octet_length("id") <= 24),
	CONSTRAINT "roles_name_limit" CHECK(length("name") <= 40),
	CONSTRAINT "roles_name_key_limit" CHECK(octet_length("name_key") <= 480),
	CONSTRAINT "roles_version_limit" CHECK(octet_length("version") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_name_key` ON `roles` (`name_key`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `seen_at` integer;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text,
	`browser` text,
	CONSTRAINT "sessions_token_hash_limit" CHECK(octet_length("token_hash") <= 64),
	CONSTRAINT "sessions_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "sessions_address_limit" CHECK(octet_length("address") <= 64),
	CONSTRAINT "sessions_browser_limit" CHECK(length("browser") <= 200)
);
--> statement-breakpoint
INSERT INTO `__new_sessions`("token_hash", "account", "created_at", "idle_until", "expires_at") SELECT "token_hash", "account", "created_at", "idle_until", "expires_at" FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);