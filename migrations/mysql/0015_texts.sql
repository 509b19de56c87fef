CREATE TABLE `texts` (
	`language` varbinary(24) NOT NULL,
	`word` varbinary(64) NOT NULL,
	`forms` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`version` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `texts_language_word_pk` PRIMARY KEY(`language`,`word`)
);
