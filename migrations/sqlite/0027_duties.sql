CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`digest` text NOT NULL,
	`step` text NOT NULL,
	`cursor` text NOT NULL,
	`plan` text NOT NULL,
	`counts` text NOT NULL,
	`done_at` integer,
	`problem` text NOT NULL,
	CONSTRAINT "erasures_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "erasures_by_limit" CHECK(octet_length("by") <= 64),
	CONSTRAINT "erasures_by_name_limit" CHECK(length("by_name") <= 120),
	CONSTRAINT "erasures_digest_limit" CHECK(octet_length("digest") <= 64),
	CONSTRAINT "erasures_step_limit" CHECK(octet_length("step") <= 24),
	CONSTRAINT "erasures_cursor_limit" CHECK(octet_length("cursor") <= 512)
);
--> statement-breakpoint
CREATE INDEX `erasures_step` ON `erasures` (`step`);--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`object` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "legal_holds_object_limit" CHECK(octet_length("object") <= 128),
	CONSTRAINT "legal_holds_reason_limit" CHECK(length("reason") <= 1000),
	CONSTRAINT "legal_holds_by_limit" CHECK(octet_length("by") <= 64),
	CONSTRAINT "legal_holds_by_name_limit" CHECK(length("by_name") <= 120)
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
	`salt` text,
	`erased` text,
	CONSTRAINT "audit_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "audit_actor_limit" CHECK(octet_length("actor") <= 64),
	CONSTRAINT "audit_actor_name_limit" CHECK(length("actor_name") <= 120),
	CONSTRAINT "audit_act_limit" CHECK(octet_length("act") <= 24),
	CONSTRAINT "audit_object_limit" CHECK(octet_length("object") <= 128),
	CONSTRAINT "audit_address_limit" CHECK(octet_length("address") <= 64),
	CONSTRAINT "audit_browser_limit" CHECK(length("browser") <= 80),
	CONSTRAINT "audit_prev_limit" CHECK(octet_length("prev") <= 64),
	CONSTRAINT "audit_hash_limit" CHECK(octet_length("hash") <= 64),
	CONSTRAINT "audit_salt_limit" CHECK(octet_length("salt") <= 64),
	CONSTRAINT "audit_erased_limit" CHECK(octet_length("erased") <= 64)
);
--> statement-breakpoint
INSERT INTO `__new_audit`("id", "at", "actor", "actor_name", "act", "object", "detail", "address", "browser", "seq", "prev", "hash") SELECT "id", "at", "actor", "actor_name", "act", "object", "detail", "address", "browser", "seq", "prev", "hash" FROM `audit`;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seq` ON `audit` (`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`,`act`,`actor`,`object`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`,`at`,`id`);