CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`client_id` text,
	`bytes` integer NOT NULL,
	`at` integer NOT NULL,
	`said` integer NOT NULL,
	CONSTRAINT "files_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "files_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "files_client_id_limit" CHECK(octet_length("client_id") <= 64)
);
--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`);--> statement-breakpoint
CREATE INDEX `files_entry` ON `files` (`conversation`);--> statement-breakpoint
CREATE TABLE `file_pieces` (
	`file` text NOT NULL,
	`nth` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file`, `nth`),
	CONSTRAINT "file_pieces_file_limit" CHECK(octet_length("file") <= 64)
);
