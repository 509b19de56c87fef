CREATE TABLE `episodes` (
	`conversation` varbinary(64) NOT NULL,
	`nth` bigint NOT NULL,
	`at` bigint NOT NULL,
	`ended_at` bigint,
	`day` bigint NOT NULL,
	`hour` bigint NOT NULL,
	`department` varbinary(64) NOT NULL,
	`agent` varbinary(64) NOT NULL,
	`language` varbinary(480) NOT NULL,
	`source` varbinary(480) NOT NULL,
	`country` varbinary(24) NOT NULL,
	`device` varbinary(24) NOT NULL,
	`rating` varbinary(24) NOT NULL,
	`ending` varbinary(24) NOT NULL,
	`conversations` bigint NOT NULL,
	`reopened` bigint NOT NULL,
	`ended` bigint NOT NULL,
	`abandoned` bigint NOT NULL,
	`accepted` bigint NOT NULL,
	`wait_ms` bigint NOT NULL,
	`answered` bigint NOT NULL,
	`first_answer_ms` bigint NOT NULL,
	`within_30s` bigint NOT NULL,
	`within_1min` bigint NOT NULL,
	`within_2min` bigint NOT NULL,
	`within_5min` bigint NOT NULL,
	`after_5min` bigint NOT NULL,
	`next_answers` bigint NOT NULL,
	`next_answers_ms` bigint NOT NULL,
	`handled` bigint NOT NULL,
	`handling_ms` bigint NOT NULL,
	`solved` bigint NOT NULL,
	`solution_ms` bigint NOT NULL,
	`promised` bigint NOT NULL,
	`late` bigint NOT NULL,
	`ratings` bigint NOT NULL,
	`stars` bigint NOT NULL,
	`satisfied` bigint NOT NULL,
	`visitor_messages` bigint NOT NULL,
	`agent_messages` bigint NOT NULL,
	`handovers` bigint NOT NULL,
	CONSTRAINT `episodes_conversation_nth_pk` PRIMARY KEY(`conversation`,`nth`)
);
--> statement-breakpoint
CREATE TABLE `episode_tags` (
	`conversation` varbinary(64) NOT NULL,
	`nth` bigint NOT NULL,
	`tag` varbinary(480) NOT NULL,
	`day` bigint NOT NULL,
	CONSTRAINT `episode_tags_conversation_nth_tag_pk` PRIMARY KEY(`conversation`,`nth`,`tag`)
);
--> statement-breakpoint
CREATE TABLE `episode_sums` (
	`dimension` varbinary(24) NOT NULL,
	`value` varbinary(480) NOT NULL,
	`day` bigint NOT NULL,
	`hour` bigint NOT NULL,
	`department` varbinary(64) NOT NULL,
	`conversations` bigint NOT NULL,
	`reopened` bigint NOT NULL,
	`ended` bigint NOT NULL,
	`abandoned` bigint NOT NULL,
	`accepted` bigint NOT NULL,
	`wait_ms` bigint NOT NULL,
	`answered` bigint NOT NULL,
	`first_answer_ms` bigint NOT NULL,
	`within_30s` bigint NOT NULL,
	`within_1min` bigint NOT NULL,
	`within_2min` bigint NOT NULL,
	`within_5min` bigint NOT NULL,
	`after_5min` bigint NOT NULL,
	`next_answers` bigint NOT NULL,
	`next_answers_ms` bigint NOT NULL,
	`handled` bigint NOT NULL,
	`handling_ms` bigint NOT NULL,
	`solved` bigint NOT NULL,
	`solution_ms` bigint NOT NULL,
	`promised` bigint NOT NULL,
	`late` bigint NOT NULL,
	`ratings` bigint NOT NULL,
	`stars` bigint NOT NULL,
	`satisfied` bigint NOT NULL,
	`visitor_messages` bigint NOT NULL,
	`agent_messages` bigint NOT NULL,
	`handovers` bigint NOT NULL,
	CONSTRAINT `episode_sums_dimension_value_day_hour_department_pk` PRIMARY KEY(`dimension`,`value`,`day`,`hour`,`department`)
);
--> statement-breakpoint
CREATE TABLE `episode_heads` (
	`address` varbinary(80) NOT NULL,
	`version` bigint NOT NULL,
	`reached` mediumtext character set utf8mb4 collate utf8mb4_bin,
	CONSTRAINT `episode_heads_address` PRIMARY KEY(`address`)
);
--> statement-breakpoint
CREATE TABLE `shift_spans` (
	`agent` varbinary(64) NOT NULL,
	`version` bigint NOT NULL,
	`at` bigint NOT NULL,
	`duty` varbinary(24) NOT NULL,
	`reason` varchar(60) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`by` varbinary(24) NOT NULL,
	`by_name` varchar(120) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `shift_spans_agent_version_pk` PRIMARY KEY(`agent`,`version`)
);
--> statement-breakpoint
CREATE INDEX `episodes_day` ON `episodes` (`day`,`at`,`conversation`,`nth`);--> statement-breakpoint
CREATE INDEX `episodes_agent` ON `episodes` (`agent`,`day`);--> statement-breakpoint
CREATE INDEX `episode_tags_tag` ON `episode_tags` (`tag`,`day`);--> statement-breakpoint
CREATE INDEX `episode_sums_day` ON `episode_sums` (`day`,`dimension`);--> statement-breakpoint
CREATE INDEX `shift_spans_at` ON `shift_spans` (`agent`,`at`);