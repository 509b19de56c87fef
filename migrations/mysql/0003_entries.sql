ALTER TABLE `entries` ADD `body` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL;--> statement-breakpoint
ALTER TABLE `entries` ADD `changes` varbinary(64);--> statement-breakpoint
ALTER TABLE `entries` ADD `edited` bigint;--> statement-breakpoint
UPDATE `entries` SET `body` = CASE WHEN `notice` IS NOT NULL THEN CONCAT('{"kind":"notice","notice":', `notice`, '}') WHEN `kind` = 'noted' THEN '{"kind":"note"}' ELSE '{"kind":"text"}' END;--> statement-breakpoint
ALTER TABLE `entries` DROP COLUMN `kind`;--> statement-breakpoint
ALTER TABLE `entries` DROP COLUMN `notice`;