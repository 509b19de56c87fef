CREATE TABLE `erasures` (
	`id` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	`by` varbinary(64) NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`digest` varbinary(64) NOT NULL,
	`step` varbinary(24) NOT NULL,
	`cursor` varbinary(512) NOT NULL,
	`plan` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`counts` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`done_at` bigint,
	`problem` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `erasures_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`object` varbinary(128) NOT NULL,
	`reason` varchar(1000) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`by` varbinary(64) NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `legal_holds_object` PRIMARY KEY(`object`)
);
--> statement-breakpoint
ALTER TABLE `audit` ADD `salt` varbinary(64);--> statement-breakpoint
ALTER TABLE `audit` ADD `erased` varbinary(64);--> statement-breakpoint
CREATE INDEX `erasures_step` ON `erasures` (`step`);