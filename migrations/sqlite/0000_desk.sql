CREATE TABLE `journal` (
	`address` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`rejected` integer NOT NULL,
	PRIMARY KEY(`address`, `version`),
	CONSTRAINT "journal_address_limit" CHECK(octet_length("address") <= 80)
);
--> statement-breakpoint
CREATE TABLE `actors` (
	`address` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`snapshot` text NOT NULL,
	CONSTRAINT "actors_address_limit" CHECK(octet_length("address") <= 80)
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`slot` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`to_address` text NOT NULL,
	`event` text NOT NULL,
	`due_at` integer NOT NULL,
	`sent` integer NOT NULL,
	`leased_until` integer NOT NULL,
	`lease` text,
	`tries` integer NOT NULL,
	`parked` integer NOT NULL,
	`problem` text,
	CONSTRAINT "mail_slot_limit" CHECK(octet_length("slot") <= 255),
	CONSTRAINT "mail_id_limit" CHECK(octet_length("id") <= 120),
	CONSTRAINT "mail_to_address_limit" CHECK(octet_length("to_address") <= 80),
	CONSTRAINT "mail_lease_limit" CHECK(octet_length("lease") <= 64)
);
--> statement-breakpoint
CREATE INDEX `mail_id` ON `mail` (`id`);--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`parked`,`due_at`,`sent`);--> statement-breakpoint
CREATE TABLE `entries` (
	`conversation` text NOT NULL,
	`seq` integer NOT NULL,
	`client_id` text NOT NULL,
	`by` text NOT NULL,
	`author` text,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`body` text NOT NULL,
	`changes` text,
	`edited` integer,
	PRIMARY KEY(`conversation`, `seq`),
	CONSTRAINT "entries_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "entries_client_id_limit" CHECK(octet_length("client_id") <= 64),
	CONSTRAINT "entries_by_limit" CHECK(octet_length("by") <= 24),
	CONSTRAINT "entries_author_limit" CHECK(octet_length("author") <= 64),
	CONSTRAINT "entries_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "entries_text_limit" CHECK(length("text") <= 4000),
	CONSTRAINT "entries_changes_limit" CHECK(octet_length("changes") <= 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_client_id` ON `entries` (`conversation`,`client_id`);--> statement-breakpoint
CREATE TABLE `line` (
	`department` text NOT NULL,
	`conversation` text NOT NULL,
	`ticket` integer NOT NULL,
	`lane` integer NOT NULL,
	`rank` integer NOT NULL,
	`since` integer NOT NULL,
	`offered_to` text,
	`offer` integer NOT NULL,
	`refused` text NOT NULL,
	PRIMARY KEY(`department`, `conversation`),
	CONSTRAINT "line_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "line_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "line_offered_to_limit" CHECK(octet_length("offered_to") <= 64)
);
--> statement-breakpoint
CREATE INDEX `line_order` ON `line` (`department`,`lane`,`rank`,`offered_to`);--> statement-breakpoint
CREATE TABLE `floor` (
	`department` text NOT NULL,
	`agent` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`ready` integer NOT NULL,
	`present` integer NOT NULL,
	`resting` integer NOT NULL,
	`may_reply` integer NOT NULL,
	`load` integer NOT NULL,
	`capacity` integer NOT NULL,
	`offers` text NOT NULL,
	`idle_since` integer NOT NULL,
	`last_offer` integer NOT NULL,
	PRIMARY KEY(`department`, `agent`),
	CONSTRAINT "floor_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "floor_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "floor_name_limit" CHECK(length("name") <= 120)
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`conversation` text NOT NULL,
	`department` text NOT NULL,
	`version` integer NOT NULL,
	`nth` integer NOT NULL,
	`ticket` integer NOT NULL,
	`at` integer NOT NULL,
	`strategy` text NOT NULL,
	`chosen` text,
	`candidates` text NOT NULL,
	`others` text NOT NULL,
	PRIMARY KEY(`conversation`, `department`, `version`, `nth`),
	CONSTRAINT "decisions_conversation_limit" CHECK(octet_length("conversation") <= 64),
	CONSTRAINT "decisions_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "decisions_strategy_limit" CHECK(octet_length("strategy") <= 24),
	CONSTRAINT "decisions_chosen_limit" CHECK(octet_length("chosen") <= 64)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor` text NOT NULL,
	`visitor_name` text NOT NULL,
	`department` text NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`agent` text,
	`agent_name` text NOT NULL,
	`offered_to` text,
	`opened_at` integer NOT NULL,
	`waiting_since` integer NOT NULL,
	`closed_at` integer,
	`stars` integer,
	`shown` text NOT NULL,
	CONSTRAINT "conversations_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "conversations_visitor_limit" CHECK(octet_length("visitor") <= 64),
	CONSTRAINT "conversations_visitor_name_limit" CHECK(length("visitor_name") <= 120),
	CONSTRAINT "conversations_department_limit" CHECK(octet_length("department") <= 64),
	CONSTRAINT "conversations_state_limit" CHECK(octet_length("state") <= 24),
	CONSTRAINT "conversations_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "conversations_agent_name_limit" CHECK(length("agent_name") <= 120),
	CONSTRAINT "conversations_offered_to_limit" CHECK(octet_length("offered_to") <= 64)
);
--> statement-breakpoint
CREATE INDEX `conversations_open` ON `conversations` (`open`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_agent` ON `conversations` (`agent`,`open`);--> statement-breakpoint
CREATE INDEX `conversations_offered` ON `conversations` (`offered_to`);--> statement-breakpoint
CREATE INDEX `conversations_closed` ON `conversations` (`department`,`open`,`closed_at`,`id`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`conversation` text,
	`talking` integer NOT NULL,
	CONSTRAINT "visitors_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "visitors_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "visitors_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "visitors_language_limit" CHECK(length("language") <= 120),
	CONSTRAINT "visitors_conversation_limit" CHECK(octet_length("conversation") <= 64)
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`present` integer NOT NULL,
	`lost` integer NOT NULL,
	`may_reply` integer NOT NULL,
	`load` integer NOT NULL,
	`departments` text NOT NULL,
	`settings` text NOT NULL,
	CONSTRAINT "agents_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "agents_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "agents_status_limit" CHECK(octet_length("status") <= 24)
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	CONSTRAINT "departments_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "departments_name_limit" CHECK(length("name") <= 120)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "accounts_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "accounts_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "accounts_email_key_limit" CHECK(octet_length("email_key") <= 1016),
	CONSTRAINT "accounts_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "accounts_role_limit" CHECK(octet_length("role") <= 24),
	CONSTRAINT "accounts_password_hash_limit" CHECK(octet_length("password_hash") <= 255)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_key` ON `accounts` (`email_key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	CONSTRAINT "sessions_token_hash_limit" CHECK(octet_length("token_hash") <= 64),
	CONSTRAINT "sessions_account_limit" CHECK(octet_length("account") <= 64)
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `visitor_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`visitor` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "visitor_tokens_token_hash_limit" CHECK(octet_length("token_hash") <= 64),
	CONSTRAINT "visitor_tokens_visitor_limit" CHECK(octet_length("visitor") <= 64)
);
--> statement-breakpoint
CREATE INDEX `visitor_tokens_at` ON `visitor_tokens` (`at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "settings_name_limit" CHECK(octet_length("name") <= 64)
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT "attempts_key_limit" CHECK(octet_length("key") <= 1080)
);
--> statement-breakpoint
CREATE INDEX `attempts_until` ON `attempts` (`until`);--> statement-breakpoint
CREATE TABLE `nodes` (
	`node` text PRIMARY KEY NOT NULL,
	`beat_at` integer NOT NULL,
	CONSTRAINT "nodes_node_limit" CHECK(octet_length("node") <= 64)
);
--> statement-breakpoint
CREATE TABLE `presence` (
	`agent` text NOT NULL,
	`node` text NOT NULL,
	PRIMARY KEY(`agent`, `node`),
	CONSTRAINT "presence_agent_limit" CHECK(octet_length("agent") <= 64),
	CONSTRAINT "presence_node_limit" CHECK(octet_length("node") <= 64)
);
--> statement-breakpoint
CREATE INDEX `presence_node` ON `presence` (`node`);