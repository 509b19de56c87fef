CREATE TABLE `unsubscribed` (
	`address` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "unsubscribed_address_limit" CHECK(octet_length("address") <= 64)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_letters` (
	`conversation` text NOT NULL,
	`nth` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text DEFAULT 'answer' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`after_seq` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`problem` text NOT NULL,
	PRIMARY KEY(`conversation`, `nth`),
	CONSTRAINT "letters_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "letters_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "letters_kind_limit" CHECK(octet_length("kind") <= 24),
	CONSTRAINT "letters_about_limit" CHECK(octet_length("about") <= 64),
	CONSTRAINT "letters_address_limit" CHECK(length("address") <= 254),
	CONSTRAINT "letters_subject_limit" CHECK(length("subject") <= 250),
	CONSTRAINT "letters_language_limit" CHECK(octet_length("language") <= 24),
	CONSTRAINT "letters_state_limit" CHECK(octet_length("state") <= 24)
);
--> statement-breakpoint
INSERT INTO `__new_letters`("conversation", "nth", "id", "after_seq", "up_to_seq", "at", "state", "due_at", "tries", "problem") SELECT "conversation", "nth", "id", "after_seq", "up_to_seq", "at", "state", "due_at", "tries", "problem" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_id` ON `letters` (`id`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_kind` ON `letters` (`kind`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_address` ON `letters` (`address`,`at`,`id`);