CREATE TABLE `audit_heads` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "audit_heads_name_limit" CHECK(octet_length("name") <= 24),
	CONSTRAINT "audit_heads_hash_limit" CHECK(octet_length("hash") <= 64)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`act` text NOT NULL,
	`object` text NOT NULL,
	`detail` text,
	`address` text,
	`browser` text,
	`seq` integer,
	`prev` text,
	`hash` text,
	CONSTRAINT "audit_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "audit_actor_limit" CHECK(octet_length("actor") <= 64),
	CONSTRAINT "audit_actor_name_limit" CHECK(length("actor_name") <= 120),
	CONSTRAINT "audit_act_limit" CHECK(octet_length("act") <= 24),
	CONSTRAINT "audit_object_limit" CHECK(octet_length("object") <= 128),
	CONSTRAINT "audit_address_limit" CHECK(octet_length("address") <= 64),
	CONSTRAINT "audit_browser_limit" CHECK(length("browser") <= 80),
	CONSTRAINT "audit_prev_limit" CHECK(octet_length("prev") <= 64),
	CONSTRAINT "audit_hash_limit" CHECK(octet_length("hash") <= 64)
);
--> statement-breakpoint
INSERT INTO `__new_audit`("id", "at", "actor", "actor_name", "act", "object", "detail") SELECT "id", "at", "actor", "actor_name", "act", "object", "detail" FROM `audit`;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seq` ON `audit` (`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`,`at`,`id`);