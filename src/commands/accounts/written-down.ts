import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'

/** Writes down what was done to an account or a role, by its address. */
export const writeDown = (
  desk: Desk,
  by: By,
  act: AuditedAct,
  object: string,
  detail: AuditRow['detail'],
): Promise<void> => desk.store.audit.add(auditRow(desk, by ?? commandLine, act, object, detail))
