CREATE TABLE `letters` (
	`conversation` text NOT NULL,
	`nth` integer NOT NULL,
	`id` text NOT NULL,
	`visitor` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`after_seq` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`problem` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`conversation`, `nth`),
	CONSTRAINT "letters_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "letters_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "letters_visitor_limit" CHECK(octet_length("visitor") <= 64),
	CONSTRAINT "letters_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "letters_language_limit" CHECK(length("language") <= 120),
	CONSTRAINT "letters_state_limit" CHECK(octet_length("state") <= 24)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_id` ON `letters` (`id`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `conversations_visitor` ON `conversations` (`visitor`,`open`,`closed_at`,`id`);