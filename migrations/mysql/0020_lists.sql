DROP INDEX `conversations_all_opened` ON `conversations`;--> statement-breakpoint
DROP INDEX `conversations_all_closed` ON `conversations`;--> statement-breakpoint
DROP INDEX `conversations_stars` ON `conversations`;--> statement-breakpoint
ALTER TABLE `conversations` ADD `key_bits` bigint DEFAULT 2147483647 NOT NULL;--> statement-breakpoint
CREATE INDEX `visitors_language` ON `visitors` (`language`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_all_opened` ON `conversations` (`opened_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`closed_at`,`stars`);--> statement-breakpoint
CREATE INDEX `conversations_all_closed` ON `conversations` (`closed_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`opened_at`,`stars`);--> statement-breakpoint
CREATE INDEX `conversations_stars` ON `conversations` (`stars`,`closed_at`,`id`,`visitor`,`department`,`agent`,`state`,`open`,`snoozed`,`priority`,`key_bits`,`opened_at`);