import { AuditPage, auditInMenu, auditPaths } from '../../../views/office/audit'
import { readAudit } from '../../reads/office-audit'
import type { Route } from '../route'
import { officePage } from './page'

const page = officePage({
  ...{ path: auditPaths.list, permission: 'audit.read', menu: auditInMenu },
  find: (c) => c.req.query('before') ?? null,
  read: ({ desk }, before) => readAudit(desk.store, before),
  draw: (list, context) => AuditPage({ ...context, list }),
})

/** What was done, for whoever keeps the desk. */
export const auditRoutes: readonly Route[] = [page.show]
