import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'

/** Who the command line is in the audit: whoever has the machine. */
const COMMAND_LINE = { id: 'command-line', name: 'bellhop' }

/** Writes down what was done to an account or a role, by its address. */
export const writeDown = (
  desk: Desk,
  by: By,
  act: AuditedAct,
  object: string,
  detail: AuditRow['detail'],
): Promise<void> => desk.store.audit.add(auditRow(desk, by ?? COMMAND_LINE, act, object, detail))
