CREATE TABLE `factors` (
	`account` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_step` integer NOT NULL,
	CONSTRAINT "factors_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "factors_secret_limit" CHECK(octet_length("secret") <= 255)
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`account`, `hash`),
	CONSTRAINT "recovery_codes_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "recovery_codes_hash_limit" CHECK(octet_length("hash") <= 64)
);
--> statement-breakpoint
CREATE TABLE `forced_roles` (
	`role` text PRIMARY KEY NOT NULL,
	CONSTRAINT "forced_roles_role_limit" CHECK(octet_length("role") <= 24)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text,
	`browser` text,
	`door` text,
	`strong_at` integer,
	CONSTRAINT "sessions_token_hash_limit" CHECK(octet_length("token_hash") <= 64),
	CONSTRAINT "sessions_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "sessions_address_limit" CHECK(octet_length("address") <= 64),
	CONSTRAINT "sessions_browser_limit" CHECK(length("browser") <= 200),
	CONSTRAINT "sessions_door_limit" CHECK(octet_length("door") <= 100)
);
--> statement-breakpoint
INSERT INTO `__new_sessions`("token_hash", "account", "created_at", "idle_until", "expires_at", "address", "browser") SELECT "token_hash", "account", "created_at", "idle_until", "expires_at", "address", "browser" FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);