-- The name of the desk and whether visitors may have accounts stand with the other settings of the desk.
INSERT INTO `settings` (`name`, `value`)
SELECT 'desk.brand', json_object('name', `value`) FROM `settings` WHERE `name` = 'desk.name'
ON CONFLICT (`name`) DO UPDATE SET `value` = CASE
	WHEN json_valid(`settings`.`value`) THEN json_set(`settings`.`value`, '$.name', json_extract(excluded.`value`, '$.name'))
	ELSE excluded.`value`
END;--> statement-breakpoint
DELETE FROM `settings` WHERE `name` = 'desk.name';--> statement-breakpoint
INSERT INTO `settings` (`name`, `value`)
SELECT 'desk.customers', '{"customers":true}' FROM `settings` WHERE `name` = 'customers' AND `value` = 'yes'
ON CONFLICT (`name`) DO NOTHING;--> statement-breakpoint
DELETE FROM `settings` WHERE `name` = 'customers';--> statement-breakpoint
-- Rows whose last turn was before these columns were there.
UPDATE `conversations` SET
	`sla_soon` = CASE json_type(`shown`, '$.sla.dueAt') WHEN 'integer' THEN json_extract(`shown`, '$.sla.soonAt') ELSE 0 END,
	`sla_due` = CASE json_type(`shown`, '$.sla.dueAt') WHEN 'integer' THEN json_extract(`shown`, '$.sla.dueAt') ELSE 0 END
WHERE `sla_due` IS NULL AND json_valid(`shown`) AND (
	json_type(`shown`, '$.sla.dueAt') = 'integer' OR json_extract(`shown`, '$.sla.left') <= 0
);--> statement-breakpoint
-- It is looked at a time whether a visitor has been silent: what was set for it before is called by that.
UPDATE `mail` SET
	`slot` = replace(`slot`, 'xstate.after.silence.conversation.active.turn.awaitingVisitor', 'due.silence'),
	`event` = replace(`event`, 'xstate.after.silence.conversation.active.turn.awaitingVisitor', 'due.silence')
WHERE `slot` LIKE '%/xstate.after.silence.conversation.active.turn.awaitingVisitor';
