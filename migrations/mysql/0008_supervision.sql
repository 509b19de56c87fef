CREATE TABLE `audit` (
	`id` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	`actor` varbinary(64) NOT NULL,
	`actor_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`act` varbinary(24) NOT NULL,
	`object` varbinary(128) NOT NULL,
	`detail` mediumtext character set utf8mb4 collate utf8mb4_bin,
	CONSTRAINT `audit_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` varbinary(64) NOT NULL,
	`scope` varbinary(24) NOT NULL,
	`value` varbinary(64) NOT NULL,
	`visitor` varbinary(64),
	`conversation` varbinary(64),
	`reason` varchar(1000) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`by` varbinary(64) NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` bigint NOT NULL,
	`until` bigint,
	`lifted_at` bigint,
	`lifted_by` varchar(120) character set utf8mb4 collate utf8mb4_bin,
	CONSTRAINT `blocks_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`);