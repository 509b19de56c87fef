CREATE TABLE `search_docs` (
	`id` integer PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`seq` integer NOT NULL,
	`words` text NOT NULL,
	`gone` integer NOT NULL,
	CONSTRAINT "search_docs_conversation_limit" CHECK(octet_length("conversation") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_line` ON `search_docs` (`conversation`,`seq`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(
	word, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'"
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`word` text PRIMARY KEY NOT NULL,
	CONSTRAINT "search_terms_word_limit" CHECK(octet_length("word") <= 192)
);
--> statement-breakpoint
CREATE TABLE `search_heads` (
	`conversation` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	CONSTRAINT "search_heads_conversation_limit" CHECK(octet_length("conversation") <= 64)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT "leases_name_limit" CHECK(octet_length("name") <= 24),
	CONSTRAINT "leases_holder_limit" CHECK(octet_length("holder") <= 64)
);
