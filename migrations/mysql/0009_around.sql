CREATE TABLE `profiles` (
	`account` varbinary(64) NOT NULL,
	`avatar` varbinary(64),
	`notices` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `profiles_account` PRIMARY KEY(`account`)
);
--> statement-breakpoint
CREATE TABLE `avatars` (
	`mark` varbinary(64) NOT NULL,
	`type` varbinary(24) NOT NULL,
	`bytes` mediumblob NOT NULL,
	CONSTRAINT `avatars_mark` PRIMARY KEY(`mark`)
);
--> statement-breakpoint
CREATE TABLE `pushes` (
	`id` varbinary(64) NOT NULL,
	`account` varbinary(64) NOT NULL,
	`session` varbinary(64) NOT NULL,
	`endpoint` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`p256dh` varbinary(128) NOT NULL,
	`auth` varbinary(64) NOT NULL,
	`language` varbinary(24) NOT NULL,
	CONSTRAINT `pushes_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `agents` ADD `away_for` varchar(60) character set utf8mb4 collate utf8mb4_bin DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `pushes_account` ON `pushes` (`account`);--> statement-breakpoint
CREATE INDEX `pushes_session` ON `pushes` (`session`);