CREATE TABLE `audit_heads` (
	`name` varbinary(24) NOT NULL,
	`seq` bigint NOT NULL,
	`hash` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `audit_heads_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
DROP INDEX `audit_object` ON `audit`;--> statement-breakpoint
ALTER TABLE `audit` ADD `address` varbinary(64);--> statement-breakpoint
ALTER TABLE `audit` ADD `browser` varchar(80) character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `audit` ADD `seq` bigint;--> statement-breakpoint
ALTER TABLE `audit` ADD `prev` varbinary(64);--> statement-breakpoint
ALTER TABLE `audit` ADD `hash` varbinary(64);--> statement-breakpoint
ALTER TABLE `audit` ADD CONSTRAINT `audit_seq` UNIQUE(`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`,`at`,`id`);