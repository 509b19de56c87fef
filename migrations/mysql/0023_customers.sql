CREATE TABLE `customers` (
	`id` varbinary(64) NOT NULL,
	`email` varchar(254) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`email_key` varbinary(1016) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`password_hash` varbinary(255) NOT NULL,
	`language` varbinary(24) NOT NULL,
	`created_at` bigint NOT NULL,
	`opened_at` bigint,
	`proven_at` bigint,
	`seen_at` bigint,
	CONSTRAINT `customers_id` PRIMARY KEY(`id`),
	CONSTRAINT `customers_email_key` UNIQUE(`email_key`)
);
--> statement-breakpoint
CREATE TABLE `customer_sessions` (
	`token_hash` varbinary(64) NOT NULL,
	`customer` varbinary(64) NOT NULL,
	`created_at` bigint NOT NULL,
	`idle_until` bigint NOT NULL,
	`expires_at` bigint NOT NULL,
	`address` varbinary(64),
	`browser` varchar(200) character set utf8mb4 collate utf8mb4_bin,
	CONSTRAINT `customer_sessions_token_hash` PRIMARY KEY(`token_hash`)
);
--> statement-breakpoint
CREATE INDEX `customers_created` ON `customers` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customer_sessions_customer` ON `customer_sessions` (`customer`);--> statement-breakpoint
CREATE INDEX `customer_sessions_idle` ON `customer_sessions` (`idle_until`);