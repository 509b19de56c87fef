CREATE TABLE `tags` (
	`key` varbinary(480) NOT NULL,
	`name` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`color` varbinary(24) NOT NULL,
	`description` varchar(200) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`into_key` varbinary(480),
	`leaves` boolean NOT NULL,
	`version` varbinary(64) NOT NULL,
	CONSTRAINT `tags_key` PRIMARY KEY(`key`)
);
