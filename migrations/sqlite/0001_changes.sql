CREATE TABLE `reactions` (
	`conversation` text NOT NULL,
	`entry` text NOT NULL,
	`emoji` text NOT NULL,
	`author` text NOT NULL,
	`by` text NOT NULL,
	`name` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`conversation`, `entry`, `author`, `emoji`),
	CONSTRAINT "reactions_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "reactions_entry_limit" CHECK(octet_length("entry") <= 64),
	CONSTRAINT "reactions_emoji_limit" CHECK(octet_length("emoji") <= 64),
	CONSTRAINT "reactions_author_limit" CHECK(octet_length("author") <= 64),
	CONSTRAINT "reactions_by_limit" CHECK(octet_length("by") <= 24),
	CONSTRAINT "reactions_name_limit" CHECK(length("name") <= 120)
);
--> statement-breakpoint
CREATE TABLE `former_texts` (
	`conversation` text NOT NULL,
	`seq` integer NOT NULL,
	`entry` text NOT NULL,
	`text` text NOT NULL,
	`until_seq` integer NOT NULL,
	PRIMARY KEY(`conversation`, `seq`),
	CONSTRAINT "former_texts_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "former_texts_entry_limit" CHECK(octet_length("entry") <= 64),
	CONSTRAINT "former_texts_text_limit" CHECK(length("text") <= 4000)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	`answers` text,
	`reacted` integer,
	PRIMARY KEY(`conversation`, `seq`),
	CONSTRAINT "entries_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "entries_client_id_limit" CHECK(octet_length("client_id") <= 64),
	CONSTRAINT "entries_by_limit" CHECK(octet_length("by") <= 24),
	CONSTRAINT "entries_author_limit" CHECK(octet_length("author") <= 64),
	CONSTRAINT "entries_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "entries_text_limit" CHECK(length("text") <= 4000),
	CONSTRAINT "entries_changes_limit" CHECK(octet_length("changes") <= 64),
	CONSTRAINT "entries_answers_limit" CHECK(octet_length("answers") <= 64)
);
--> statement-breakpoint
INSERT INTO `__new_entries`("conversation", "seq", "client_id", "by", "author", "name", "at", "text", "body", "changes", "edited") SELECT "conversation", "seq", "client_id", "by", "author", "name", "at", "text", "body", "changes", "edited" FROM `entries`;--> statement-breakpoint
DROP TABLE `entries`;--> statement-breakpoint
ALTER TABLE `__new_entries` RENAME TO `entries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `entries_client_id` ON `entries` (`conversation`,`client_id`);