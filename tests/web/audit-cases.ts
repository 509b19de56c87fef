import type { AuditRow } from '../../actors/audit'
import { paths } from '../../views/paths'

export const at = (path: string) => `${paths.office.page}/${path}`
export type Case = {
  form?: Record<string, string>
  /** What the audit says of it, and some of what differs. */
  says: [act: AuditRow['act'], object: RegExp, detail: AuditRow['detail']]
  /** Under this name the answer's id is that of later ones; `of` is the name whose id is in the path. */
  makes?: string
  of?: string
}

export const letterCases: Record<string, Case> = {
  [at('mail/trial')]: {
    form: { email: 'olga@desk.test' },
    says: ['created', /^letter:/, { value: 'trial' }],
    makes: 'letter',
  },
  [at('mail/:id/dropping')]: { says: ['changed', /^letter:/, { value: 'trial' }], of: 'letter' },
  [at('mail/:id/resending')]: { says: ['changed', /^letter:/, { value: 'trial' }], of: 'letter' },
}

export const reportCases: Record<string, Case> = {
  [at('reports/:report/mail')]: {
    form: { every: 'week' },
    says: ['changed', /^setting:reports/, { value: 'overview', 'is.every': 'week' }],
  },
  [at('reports/shifts/:id/away')]: {
    form: { why: 'lunch' },
    says: ['sentAway', /^agent:/, { value: 'Ana', reason: 'lunch' }],
    of: 'agent',
  },
}
