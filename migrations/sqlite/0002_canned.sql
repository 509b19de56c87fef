CREATE TABLE `canned_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`code` text NOT NULL,
	`code_key` text NOT NULL,
	`title` text NOT NULL,
	`folder` text NOT NULL,
	`body` text NOT NULL,
	`bodies` text NOT NULL,
	`scope` text NOT NULL,
	`departments` text NOT NULL,
	`uses` integer NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "canned_replies_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "canned_replies_holder_limit" CHECK(octet_length("holder") <= 64),
	CONSTRAINT "canned_replies_code_limit" CHECK(length("code") <= 40),
	CONSTRAINT "canned_replies_code_key_limit" CHECK(octet_length("code_key") <= 480),
	CONSTRAINT "canned_replies_title_limit" CHECK(length("title") <= 120),
	CONSTRAINT "canned_replies_folder_limit" CHECK(length("folder") <= 60),
	CONSTRAINT "canned_replies_scope_limit" CHECK(octet_length("scope") <= 24),
	CONSTRAINT "canned_replies_version_limit" CHECK(octet_length("version") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `canned_replies_code_key` ON `canned_replies` (`holder`,`code_key`);--> statement-breakpoint
CREATE TABLE `macros` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`departments` text NOT NULL,
	`acts` text NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "macros_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "macros_name_limit" CHECK(length("name") <= 80),
	CONSTRAINT "macros_name_key_limit" CHECK(octet_length("name_key") <= 960),
	CONSTRAINT "macros_version_limit" CHECK(octet_length("version") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `macros_name_key` ON `macros` (`name_key`);