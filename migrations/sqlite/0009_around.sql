CREATE TABLE `profiles` (
	`account` text PRIMARY KEY NOT NULL,
	`avatar` text,
	`notices` text NOT NULL,
	CONSTRAINT "profiles_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "profiles_avatar_limit" CHECK(octet_length("avatar") <= 64)
);
--> statement-breakpoint
CREATE TABLE `avatars` (
	`mark` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "avatars_mark_limit" CHECK(octet_length("mark") <= 64),
	CONSTRAINT "avatars_type_limit" CHECK(octet_length("type") <= 24)
);
--> statement-breakpoint
CREATE TABLE `pushes` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`session` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`language` text NOT NULL,
	CONSTRAINT "pushes_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "pushes_account_limit" CHECK(octet_length("account") <= 64),
	CONSTRAINT "pushes_session_limit" CHECK(octet_length("session") <= 64),
	CONSTRAINT "pushes_p256dh_limit" CHECK(octet_length("p256dh") <= 128),
	CONSTRAINT "pushes_auth_limit" CHECK(octet_length("auth") <= 64),
	CONSTRAINT "pushes_language_limit" CHECK(octet_length("language") <= 24)
);
--> statement-breakpoint
CREATE INDEX `pushes_account` ON `pushes` (`account`);--> statement-breakpoint
CREATE INDEX `pushes_session` ON `pushes` (`session`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agents` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`present` integer NOT NULL,
	`lost` integer NOT NULL,
	`away_for` text DEFAULT '' NOT NULL,
	`may_reply` integer NOT NULL,
	`load` integer NOT NULL,
	`departments` text NOT NULL,
	`settings` text NOT NULL,
	CONSTRAINT "agents_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "agents_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "agents_status_limit" CHECK(octet_length("status") <= 24),
	CONSTRAINT "agents_away_for_limit" CHECK(length("away_for") <= 60)
);
--> statement-breakpoint
INSERT INTO `__new_agents`("id", "name", "status", "present", "lost", "may_reply", "load", "departments", "settings") SELECT "id", "name", "status", "present", "lost", "may_reply", "load", "departments", "settings" FROM `agents`;--> statement-breakpoint
DROP TABLE `agents`;--> statement-breakpoint
ALTER TABLE `__new_agents` RENAME TO `agents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;