CREATE TABLE `canned_replies` (
	`id` varbinary(64) NOT NULL,
	`holder` varbinary(64) NOT NULL,
	`code` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`code_key` varbinary(480) NOT NULL,
	`title` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`folder` varchar(60) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`body` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`bodies` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`scope` varbinary(24) NOT NULL,
	`departments` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`uses` bigint NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `canned_replies_id` PRIMARY KEY(`id`),
	CONSTRAINT `canned_replies_code_key` UNIQUE(`holder`,`code_key`)
);
--> statement-breakpoint
CREATE TABLE `macros` (
	`id` varbinary(64) NOT NULL,
	`name` varchar(80) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name_key` varbinary(960) NOT NULL,
	`departments` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`acts` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `macros_id` PRIMARY KEY(`id`),
	CONSTRAINT `macros_name_key` UNIQUE(`name_key`)
);
