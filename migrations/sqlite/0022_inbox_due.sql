ALTER TABLE `conversations` ADD `sla_soon` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `sla_due` integer;--> statement-breakpoint
CREATE INDEX `conversations_sla` ON `conversations` (`department`,`sla_soon`,`sla_due`,`id`);