PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_letters` (
	`conversation` text NOT NULL,
	`nth` integer NOT NULL,
	`id` text NOT NULL,
	`after_seq` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`problem` text NOT NULL,
	PRIMARY KEY(`conversation`, `nth`),
	CONSTRAINT "letters_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "letters_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "letters_state_limit" CHECK(octet_length("state") <= 24)
);
--> statement-breakpoint
INSERT INTO `__new_letters`("conversation", "nth", "id", "after_seq", "up_to_seq", "at", "state", "due_at", "tries", "problem") SELECT "conversation", "nth", "id", "after_seq", "up_to_seq", "at", "state", "due_at", "tries", "problem" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_id` ON `letters` (`id`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_at` ON `letters` (`at`);--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`at`);