CREATE TABLE `visits` (
	`visitor` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`at` integer NOT NULL,
	`visits` integer NOT NULL,
	`about` text NOT NULL,
	`pages` text NOT NULL,
	CONSTRAINT "visits_visitor_limit" CHECK(octet_length("visitor") <= 64)
);
--> statement-breakpoint
CREATE INDEX `visits_at` ON `visits` (`at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`conversation` text,
	`talking` integer NOT NULL,
	`invitation` text,
	CONSTRAINT "visitors_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "visitors_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "visitors_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "visitors_language_limit" CHECK(length("language") <= 120),
	CONSTRAINT "visitors_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "visitors_invitation_limit" CHECK(octet_length("invitation") <= 24)
);
--> statement-breakpoint
INSERT INTO `__new_visitors`("id", "name", "email", "language", "conversation", "talking") SELECT "id", "name", "email", "language", "conversation", "talking" FROM `visitors`;--> statement-breakpoint
DROP TABLE `visitors`;--> statement-breakpoint
ALTER TABLE `__new_visitors` RENAME TO `visitors`;--> statement-breakpoint
PRAGMA foreign_keys=ON;