CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`act` text NOT NULL,
	`object` text NOT NULL,
	`detail` text,
	CONSTRAINT "audit_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "audit_actor_limit" CHECK(octet_length("actor") <= 64),
	CONSTRAINT "audit_actor_name_limit" CHECK(length("actor_name") <= 120),
	CONSTRAINT "audit_act_limit" CHECK(octet_length("act") <= 24),
	CONSTRAINT "audit_object_limit" CHECK(octet_length("object") <= 128)
);
--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`value` text NOT NULL,
	`visitor` text,
	`conversation` text,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer,
	`lifted_at` integer,
	`lifted_by` text,
	CONSTRAINT "blocks_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "blocks_scope_limit" CHECK(octet_length("scope") <= 24),
	CONSTRAINT "blocks_value_limit" CHECK(octet_length("value") <= 64),
	CONSTRAINT "blocks_visitor_limit" CHECK(octet_length("visitor") <= 64),
	CONSTRAINT "blocks_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "blocks_reason_limit" CHECK(length("reason") <= 1000),
	CONSTRAINT "blocks_by_limit" CHECK(octet_length("by") <= 64),
	CONSTRAINT "blocks_by_name_limit" CHECK(length("by_name") <= 120),
	CONSTRAINT "blocks_lifted_by_limit" CHECK(length("lifted_by") <= 120)
);
