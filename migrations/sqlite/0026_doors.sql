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
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`client_secret` text NOT NULL,
	`domains` text NOT NULL,
	`role` text NOT NULL,
	`counts_as_second` integer NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "providers_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "providers_label_limit" CHECK(length("label") <= 40),
	CONSTRAINT "providers_role_limit" CHECK(octet_length("role") <= 24),
	CONSTRAINT "providers_version_limit" CHECK(octet_length("version") <= 64)
);
--> statement-breakpoint
CREATE TABLE `provider_links` (
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `subject`),
	CONSTRAINT "provider_links_provider_limit" CHECK(octet_length("provider") <= 64),
	CONSTRAINT "provider_links_subject_limit" CHECK(octet_length("subject") <= 64),
	CONSTRAINT "provider_links_account_limit" CHECK(octet_length("account") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_links_account` ON `provider_links` (`account`,`provider`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`credential` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "passkeys_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "passkeys_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "passkeys_name_limit" CHECK(length("name") <= 40)
);
--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account`);--> statement-breakpoint
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