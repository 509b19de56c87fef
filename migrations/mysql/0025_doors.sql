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
ALTER TABLE `sessions` ADD `door` varbinary(100);--> statement-breakpoint
ALTER TABLE `sessions` ADD `strong_at` bigint;