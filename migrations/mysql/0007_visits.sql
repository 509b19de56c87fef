CREATE TABLE `visits` (
	`visitor` varbinary(64) NOT NULL,
	`started_at` bigint NOT NULL,
	`at` bigint NOT NULL,
	`visits` bigint NOT NULL,
	`about` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`pages` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `visits_visitor` PRIMARY KEY(`visitor`)
);
--> statement-breakpoint
ALTER TABLE `visitors` ADD `invitation` varbinary(24);--> statement-breakpoint
CREATE INDEX `visits_at` ON `visits` (`at`);