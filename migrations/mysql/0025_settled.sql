-- The name of the desk and whether visitors may have accounts stand with the other settings of the desk.
INSERT INTO `settings` (`name`, `value`)
SELECT 'desk.brand', JSON_OBJECT('name', `called`) FROM (SELECT `value` AS `called` FROM `settings` WHERE `name` = 'desk.name') AS `named`
ON DUPLICATE KEY UPDATE `value` = CASE
	WHEN JSON_VALID(`settings`.`value`) THEN JSON_SET(`settings`.`value`, '$.name', `called`)
	ELSE JSON_OBJECT('name', `called`)
END;--> statement-breakpoint
DELETE FROM `settings` WHERE `name` = 'desk.name';--> statement-breakpoint
INSERT IGNORE INTO `settings` (`name`, `value`)
SELECT 'desk.customers', '{"customers":true}' FROM (SELECT `value` AS `on` FROM `settings` WHERE `name` = 'customers') AS `named` WHERE `on` = 'yes';--> statement-breakpoint
DELETE FROM `settings` WHERE `name` = 'customers';--> statement-breakpoint
-- Rows whose last turn was before these columns were there.
UPDATE `conversations` SET
	`sla_soon` = CASE WHEN JSON_TYPE(JSON_EXTRACT(`shown`, '$.sla.dueAt')) = 'INTEGER' THEN JSON_EXTRACT(`shown`, '$.sla.soonAt') ELSE 0 END,
	`sla_due` = CASE WHEN JSON_TYPE(JSON_EXTRACT(`shown`, '$.sla.dueAt')) = 'INTEGER' THEN JSON_EXTRACT(`shown`, '$.sla.dueAt') ELSE 0 END
WHERE `sla_due` IS NULL AND JSON_VALID(`shown`) AND (
	JSON_TYPE(JSON_EXTRACT(`shown`, '$.sla.dueAt')) = 'INTEGER' OR JSON_EXTRACT(`shown`, '$.sla.left') <= 0
);--> statement-breakpoint
-- It is looked at a time whether a visitor has been silent: what was set for it before is called by that.
UPDATE `mail` SET
	`slot` = replace(`slot`, 'xstate.after.silence.conversation.active.turn.awaitingVisitor', 'due.silence'),
	`event` = replace(`event`, 'xstate.after.silence.conversation.active.turn.awaitingVisitor', 'due.silence')
WHERE `slot` LIKE '%/xstate.after.silence.conversation.active.turn.awaitingVisitor';
