CREATE TABLE `visitor_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_visitor` text NOT NULL,
	`into_visitor` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`undone_at` integer,
	`moved` text NOT NULL,
	CONSTRAINT "visitor_merges_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "visitor_merges_from_visitor_limit" CHECK(octet_length("from_visitor") <= 64),
	CONSTRAINT "visitor_merges_into_visitor_limit" CHECK(octet_length("into_visitor") <= 64),
	CONSTRAINT "visitor_merges_by_limit" CHECK(octet_length("by") <= 64),
	CONSTRAINT "visitor_merges_by_name_limit" CHECK(length("by_name") <= 120)
);
--> statement-breakpoint
CREATE INDEX `visitor_merges_into` ON `visitor_merges` (`into_visitor`,`id`);--> statement-breakpoint
CREATE INDEX `visitor_merges_from` ON `visitor_merges` (`from_visitor`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_files` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`client_id` text,
	`bytes` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`said` integer NOT NULL,
	CONSTRAINT "files_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "files_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "files_client_id_limit" CHECK(octet_length("client_id") <= 64),
	CONSTRAINT "files_name_limit" CHECK(length("name") <= 255),
	CONSTRAINT "files_type_limit" CHECK(octet_length("type") <= 120)
);
--> statement-breakpoint
INSERT INTO `__new_files`("id", "conversation", "client_id", "bytes", "at", "said") SELECT "id", "conversation", "client_id", "bytes", "at", "said" FROM `files`;--> statement-breakpoint
DROP TABLE `files`;--> statement-breakpoint
ALTER TABLE `__new_files` RENAME TO `files`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `files_bytes` ON `files` (`said`,`bytes`,`id`);--> statement-breakpoint
CREATE INDEX `files_entry` ON `files` (`conversation`);--> statement-breakpoint
CREATE TABLE `__new_visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`conversation` text,
	`talking` integer NOT NULL,
	`invitation` text,
	`company` text DEFAULT '' NOT NULL,
	`tags` text,
	`pinned` integer DEFAULT false NOT NULL,
	`merged_into` text,
	`sort_name` text DEFAULT '' NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	CONSTRAINT "visitors_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "visitors_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "visitors_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "visitors_language_limit" CHECK(length("language") <= 120),
	CONSTRAINT "visitors_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "visitors_invitation_limit" CHECK(octet_length("invitation") <= 24),
	CONSTRAINT "visitors_company_limit" CHECK(length("company") <= 120),
	CONSTRAINT "visitors_merged_into_limit" CHECK(octet_length("merged_into") <= 64),
	CONSTRAINT "visitors_sort_name_limit" CHECK(octet_length("sort_name") <= 240),
	CONSTRAINT "visitors_words_limit" CHECK(length("words") <= 600)
);
--> statement-breakpoint
INSERT INTO `__new_visitors`("id", "name", "email", "language", "conversation", "talking", "invitation") SELECT "id", "name", "email", "language", "conversation", "talking", "invitation" FROM `visitors`;--> statement-breakpoint
DROP TABLE `visitors`;--> statement-breakpoint
ALTER TABLE `__new_visitors` RENAME TO `visitors`;--> statement-breakpoint
CREATE INDEX `visitors_name` ON `visitors` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`email`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `visitor_tokens_visitor` ON `visitor_tokens` (`visitor`);--> statement-breakpoint
CREATE INDEX `identities_visitor` ON `identities` (`visitor`);