CREATE TABLE `journal` (
	`address` varbinary(80) NOT NULL,
	`version` bigint NOT NULL,
	`at` bigint NOT NULL,
	`event` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`rejected` boolean NOT NULL,
	CONSTRAINT `journal_address_version_pk` PRIMARY KEY(`address`,`version`)
);
--> statement-breakpoint
CREATE TABLE `actors` (
	`address` varbinary(80) NOT NULL,
	`version` bigint NOT NULL,
	`snapshot` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `actors_address` PRIMARY KEY(`address`)
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`slot` varbinary(255) NOT NULL,
	`id` varbinary(120) NOT NULL,
	`to_address` varbinary(80) NOT NULL,
	`event` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`due_at` bigint NOT NULL,
	`sent` bigint NOT NULL,
	`leased_until` bigint NOT NULL,
	`lease` varbinary(64),
	`tries` bigint NOT NULL,
	`parked` boolean NOT NULL,
	`problem` mediumtext character set utf8mb4 collate utf8mb4_bin,
	CONSTRAINT `mail_slot` PRIMARY KEY(`slot`)
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`conversation` varbinary(64) NOT NULL,
	`seq` bigint NOT NULL,
	`client_id` varbinary(64) NOT NULL,
	`by` varbinary(24) NOT NULL,
	`author` varbinary(64),
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` bigint NOT NULL,
	`text` varchar(4000) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`body` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`changes` varbinary(64),
	`edited` bigint,
	CONSTRAINT `entries_conversation_seq_pk` PRIMARY KEY(`conversation`,`seq`),
	CONSTRAINT `entries_client_id` UNIQUE(`conversation`,`client_id`)
);
--> statement-breakpoint
CREATE TABLE `line` (
	`department` varbinary(64) NOT NULL,
	`conversation` varbinary(64) NOT NULL,
	`ticket` bigint NOT NULL,
	`lane` bigint NOT NULL,
	`rank` bigint NOT NULL,
	`since` bigint NOT NULL,
	`offered_to` varbinary(64),
	`offer` bigint NOT NULL,
	`refused` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `line_department_conversation_pk` PRIMARY KEY(`department`,`conversation`)
);
--> statement-breakpoint
CREATE TABLE `floor` (
	`department` varbinary(64) NOT NULL,
	`agent` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`version` bigint NOT NULL,
	`ready` boolean NOT NULL,
	`present` boolean NOT NULL,
	`resting` boolean NOT NULL,
	`may_reply` boolean NOT NULL,
	`load` bigint NOT NULL,
	`capacity` bigint NOT NULL,
	`offers` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`idle_since` bigint NOT NULL,
	`last_offer` bigint NOT NULL,
	CONSTRAINT `floor_department_agent_pk` PRIMARY KEY(`department`,`agent`)
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`conversation` varbinary(64) NOT NULL,
	`department` varbinary(64) NOT NULL,
	`version` bigint NOT NULL,
	`nth` bigint NOT NULL,
	`ticket` bigint NOT NULL,
	`at` bigint NOT NULL,
	`strategy` varbinary(24) NOT NULL,
	`chosen` varbinary(64),
	`candidates` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`others` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `decisions_conversation_department_version_nth_pk` PRIMARY KEY(`conversation`,`department`,`version`,`nth`)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` varbinary(64) NOT NULL,
	`visitor` varbinary(64) NOT NULL,
	`visitor_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`department` varbinary(64) NOT NULL,
	`state` varbinary(24) NOT NULL,
	`open` boolean NOT NULL,
	`agent` varbinary(64),
	`agent_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`offered_to` varbinary(64),
	`opened_at` bigint NOT NULL,
	`waiting_since` bigint NOT NULL,
	`closed_at` bigint,
	`stars` bigint,
	`shown` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `conversations_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`email` varchar(254) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`language` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`conversation` varbinary(64),
	`talking` boolean NOT NULL,
	CONSTRAINT `visitors_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`status` varbinary(24) NOT NULL,
	`present` boolean NOT NULL,
	`lost` boolean NOT NULL,
	`may_reply` boolean NOT NULL,
	`load` bigint NOT NULL,
	`departments` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`settings` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `agents_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` varbinary(64) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`settings` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`created_at` bigint NOT NULL,
	`removed_at` bigint,
	CONSTRAINT `departments_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` varbinary(64) NOT NULL,
	`email` varchar(254) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`email_key` varbinary(1016) NOT NULL,
	`name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`role` varbinary(24) NOT NULL,
	`password_hash` varbinary(255) NOT NULL,
	`disabled_at` bigint,
	`created_at` bigint NOT NULL,
	CONSTRAINT `accounts_id` PRIMARY KEY(`id`),
	CONSTRAINT `accounts_email_key` UNIQUE(`email_key`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` varbinary(64) NOT NULL,
	`account` varbinary(64) NOT NULL,
	`created_at` bigint NOT NULL,
	`idle_until` bigint NOT NULL,
	`expires_at` bigint NOT NULL,
	CONSTRAINT `sessions_token_hash` PRIMARY KEY(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `visitor_tokens` (
	`token_hash` varbinary(64) NOT NULL,
	`visitor` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `visitor_tokens_token_hash` PRIMARY KEY(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` varbinary(64) NOT NULL,
	`value` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `settings_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` varbinary(1080) NOT NULL,
	`count` bigint NOT NULL,
	`until` bigint NOT NULL,
	CONSTRAINT `attempts_key` PRIMARY KEY(`key`)
);
--> statement-breakpoint
CREATE TABLE `nodes` (
	`node` varbinary(64) NOT NULL,
	`beat_at` bigint NOT NULL,
	CONSTRAINT `nodes_node` PRIMARY KEY(`node`)
);
--> statement-breakpoint
CREATE TABLE `presence` (
	`agent` varbinary(64) NOT NULL,
	`node` varbinary(64) NOT NULL,
	CONSTRAINT `presence_agent_node_pk` PRIMARY KEY(`agent`,`node`)
);
--> statement-breakpoint
CREATE INDEX `mail_id` ON `mail` (`id`);--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`parked`,`due_at`,`sent`);--> statement-breakpoint
CREATE INDEX `line_order` ON `line` (`department`,`lane`,`rank`,`offered_to`);--> statement-breakpoint
CREATE INDEX `conversations_open` ON `conversations` (`open`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_agent` ON `conversations` (`agent`,`open`);--> statement-breakpoint
CREATE INDEX `conversations_offered` ON `conversations` (`offered_to`);--> statement-breakpoint
CREATE INDEX `conversations_closed` ON `conversations` (`department`,`open`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE INDEX `visitor_tokens_at` ON `visitor_tokens` (`at`);--> statement-breakpoint
CREATE INDEX `attempts_until` ON `attempts` (`until`);--> statement-breakpoint
CREATE INDEX `presence_node` ON `presence` (`node`);