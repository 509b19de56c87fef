ALTER TABLE `conversations` ADD `sla_soon` bigint;--> statement-breakpoint
ALTER TABLE `conversations` ADD `sla_due` bigint;--> statement-breakpoint
CREATE INDEX `conversations_sla` ON `conversations` (`department`,`sla_soon`,`sla_due`,`id`);