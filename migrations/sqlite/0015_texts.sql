CREATE TABLE `texts` (
	`language` text NOT NULL,
	`word` text NOT NULL,
	`forms` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`language`, `word`),
	CONSTRAINT "texts_language_limit" CHECK(octet_length("language") <= 24),
	CONSTRAINT "texts_word_limit" CHECK(octet_length("word") <= 64),
	CONSTRAINT "texts_version_limit" CHECK(octet_length("version") <= 64),
	CONSTRAINT "texts_by_name_limit" CHECK(length("by_name") <= 120)
);
