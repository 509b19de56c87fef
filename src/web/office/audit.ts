import { audited } from '../../../actors/audit'
import { AuditPage, auditInMenu, auditList } from '../../../views/office/audit'
import { AuditCheckPage } from '../../../views/office/audit-check'
import { paths } from '../../../views/paths'
import { checkAudit } from '../../commands/audit/check'
import { auditChoices, readAudit } from '../../reads/office-audit'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const list = officeList({
  ...{ list: auditList, permission: 'audit.read' },
  rows: ({ desk }, _, ask, limit) => readAudit(desk.store, ask, limit),
  choices: ({ desk }) => auditChoices(desk.store),
  more: async ({ desk }) => ({ acts: audited, head: await desk.store.audit.head() }),
  draw: (shown, context) => AuditPage({ ...context, ...shown }),
})

/** Whether all of it is as it was written: looked at anew whenever it is asked for. */
const check = officePage({
  ...{ path: paths.office.of('audit', 'check'), permission: 'audit.read', menu: auditInMenu },
  find: () => ({}),
  read: async ({ desk }) => ({ verified: await checkAudit(desk) }),
  draw: (data, context) => AuditCheckPage({ ...context, ...data }),
  told: ({ verified }) => ({ whole: verified.fault === null, ...verified }),
})

/** What was done, for whoever keeps the desk. */
export const auditRoutes: readonly Route[] = [list.show, ...list.files, check.show]
