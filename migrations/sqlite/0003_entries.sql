CREATE TABLE `__new_entries` (
	`conversation` text NOT NULL,
	`seq` integer NOT NULL,
	`client_id` text NOT NULL,
	`by` text NOT NULL,
	`author` text,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`body` text NOT NULL,
	`changes` text,
	`edited` integer,
	PRIMARY KEY(`conversation`, `seq`),
	CONSTRAINT "entries_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "entries_client_id_limit" CHECK(octet_length("client_id") <= 64),
	CONSTRAINT "entries_by_limit" CHECK(octet_length("by") <= 24),
	CONSTRAINT "entries_author_limit" CHECK(octet_length("author") <= 64),
	CONSTRAINT "entries_name_limit" CHECK(length("name") <= 60),
	CONSTRAINT "entries_text_limit" CHECK(length("text") <= 4000),
	CONSTRAINT "entries_changes_limit" CHECK(octet_length("changes") <= 64)
);
--> statement-breakpoint
INSERT INTO `__new_entries`("conversation", "seq", "client_id", "by", "author", "name", "at", "text", "body", "changes", "edited") SELECT "conversation", "seq", "client_id", "by", "author", "name", "at", "text", CASE WHEN "notice" IS NOT NULL THEN '{"kind":"notice","notice":' || "notice" || '}' WHEN "kind" = 'noted' THEN '{"kind":"note"}' ELSE '{"kind":"text"}' END, NULL, NULL FROM `entries`;--> statement-breakpoint
DROP TABLE `entries`;--> statement-breakpoint
ALTER TABLE `__new_entries` RENAME TO `entries`;--> statement-breakpoint
CREATE UNIQUE INDEX `entries_client_id` ON `entries` (`conversation`,`client_id`);