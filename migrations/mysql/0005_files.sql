CREATE TABLE `files` (
	`id` varbinary(64) NOT NULL,
	`conversation` varbinary(64) NOT NULL,
	`client_id` varbinary(64),
	`bytes` bigint NOT NULL,
	`at` bigint NOT NULL,
	`said` boolean NOT NULL,
	CONSTRAINT `files_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `file_pieces` (
	`file` varbinary(64) NOT NULL,
	`nth` bigint NOT NULL,
	`bytes` mediumblob NOT NULL,
	CONSTRAINT `file_pieces_file_nth_pk` PRIMARY KEY(`file`,`nth`)
);
--> statement-breakpoint
CREATE INDEX `files_said` ON `files` (`said`,`at`);--> statement-breakpoint
CREATE INDEX `files_entry` ON `files` (`conversation`);