CREATE TABLE `origins` (
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`source`, `kind`, `source_id`),
	CONSTRAINT "origins_source_limit" CHECK(octet_length("source") <= 64),
	CONSTRAINT "origins_kind_limit" CHECK(octet_length("kind") <= 24),
	CONSTRAINT "origins_source_id_limit" CHECK(octet_length("source_id") <= 800),
	CONSTRAINT "origins_id_limit" CHECK(octet_length("id") <= 64)
);
--> statement-breakpoint
CREATE INDEX `origins_id` ON `origins` (`kind`,`id`);