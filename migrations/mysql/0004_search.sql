CREATE TABLE `search_docs` (
	`id` bigint NOT NULL,
	`conversation` varbinary(64) NOT NULL,
	`seq` bigint NOT NULL,
	`words` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`gone` boolean NOT NULL,
	CONSTRAINT `search_docs_id` PRIMARY KEY(`id`),
	CONSTRAINT `search_docs_line` UNIQUE(`conversation`,`seq`)
);
--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` varbinary(192) NOT NULL,
	`doc` bigint NOT NULL,
	CONSTRAINT `search_words_word_doc_pk` PRIMARY KEY(`word`,`doc`)
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`word` varbinary(192) NOT NULL,
	CONSTRAINT `search_terms_word` PRIMARY KEY(`word`)
);
--> statement-breakpoint
CREATE TABLE `search_heads` (
	`conversation` varbinary(64) NOT NULL,
	`seq` bigint NOT NULL,
	CONSTRAINT `search_heads_conversation` PRIMARY KEY(`conversation`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` varbinary(24) NOT NULL,
	`holder` varbinary(64) NOT NULL,
	`until` bigint NOT NULL,
	CONSTRAINT `leases_name` PRIMARY KEY(`name`)
);
