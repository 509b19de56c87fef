CREATE TABLE `origins` (
	`source` varbinary(64) NOT NULL,
	`kind` varbinary(24) NOT NULL,
	`source_id` varbinary(800) NOT NULL,
	`id` varbinary(64) NOT NULL,
	CONSTRAINT `origins_source_kind_source_id_pk` PRIMARY KEY(`source`,`kind`,`source_id`)
);
--> statement-breakpoint
CREATE INDEX `origins_id` ON `origins` (`kind`,`id`);