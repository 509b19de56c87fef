import { audited } from '../../../actors/audit'
import { AuditPage, auditList } from '../../../views/office/audit'
import { auditChoices, readAudit } from '../../reads/office-audit'
import type { Route } from '../route'
import { officeList } from './list/list'

const list = officeList({
  ...{ list: auditList, permission: 'audit.read' },
  rows: ({ desk }, _, ask, limit) => readAudit(desk.store, ask, limit),
  choices: ({ desk }) => auditChoices(desk.store),
  more: async () => ({ acts: audited }),
  draw: (shown, context) => AuditPage({ ...context, ...shown }),
})

/** What was done, for whoever keeps the desk. */
export const auditRoutes: readonly Route[] = [list.show, ...list.files]
