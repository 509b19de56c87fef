CREATE TABLE `factors` (
	`account` varbinary(64) NOT NULL,
	`secret` varbinary(255) NOT NULL,
	`created_at` bigint NOT NULL,
	`used_step` bigint NOT NULL,
	CONSTRAINT `factors_account` PRIMARY KEY(`account`)
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account` varbinary(64) NOT NULL,
	`hash` varbinary(64) NOT NULL,
	CONSTRAINT `recovery_codes_account_hash_pk` PRIMARY KEY(`account`,`hash`)
);
--> statement-breakpoint
CREATE TABLE `forced_roles` (
	`role` varbinary(24) NOT NULL,
	CONSTRAINT `forced_roles_role` PRIMARY KEY(`role`)
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` varbinary(64) NOT NULL,
	`label` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`issuer` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`client_id` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`client_secret` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`domains` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`role` varbinary(24) NOT NULL,
	`counts_as_second` boolean NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `providers_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `provider_links` (
	`provider` varbinary(64) NOT NULL,
	`subject` varbinary(64) NOT NULL,
	`account` varbinary(64) NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `provider_links_provider_subject_pk` PRIMARY KEY(`provider`,`subject`),
	CONSTRAINT `provider_links_account` UNIQUE(`account`,`provider`)
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` varbinary(64) NOT NULL,
	`account` varbinary(64) NOT NULL,
	`name` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`credential` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`public_key` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`counter` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	`used_at` bigint,
	CONSTRAINT `passkeys_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `door` varbinary(100);--> statement-breakpoint
ALTER TABLE `sessions` ADD `strong_at` bigint;--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account`);