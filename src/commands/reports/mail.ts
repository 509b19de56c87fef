import { z } from 'zod'
import type { AuditRow } from '../../../actors/audit'
import { localHourOf } from '../../../actors/figures/calendar'
import {
  type MailedReport,
  mailedDays,
  mailedIn,
  mailings,
  nextMailing,
} from '../../../actors/figures/mailed'
import type { ReportName } from '../../../actors/figures/reports'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Clock } from '../../clock'
import type { Store } from '../../store/store'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { nextLetter } from '../letters/next'
import { reportThread } from '../letters/threads'

/** Under which setting it stands who is mailed which report. */
export const MAILED_REPORTS = 'reports.mailed'

/** Characters of what a report is narrowed by. */
const ASKED_CHARS = 600
/** How often it is tried to write where others write too. */
const TRIES = 5
/** From which hour on they go, by the desk's clocks. */
const HOUR = 6

export const mailReportForm = z.strictObject({
  /** Empty for no more of them. */
  every: z.enum(['', ...mailings]),
  asked: holding('value', z.string().max(ASKED_CHARS)).default(''),
})

/** What somebody is mailed of one report; undefined for nothing. */
export const mailedTo = async (
  { accounts }: Pick<Store, 'accounts'>,
  account: string,
  name: ReportName,
): Promise<MailedReport | undefined> =>
  mailedIn(await accounts.setting(MAILED_REPORTS)).find(isOf(account, name))

const isOf = (account: string, name: string) => (one: MailedReport) =>
  one.account === account && one.name === name

/**
 * A report goes to somebody by mail from now on, to their own address, or no more. `zone` is that of the desk's
 * clocks. Problems: invalid `every` | `asked`, conflict `changedMeanwhile`.
 */
export const mailReport = async (
  desk: Desk,
  person: Staff,
  { name, language, zone }: { name: ReportName; language: string; zone: string },
  input: unknown,
): Promise<null | Problem> => {
  const form = read(mailReportForm, input)
  if (isProblem(form)) return form
  const { every, asked } = form
  const { day } = localHourOf(desk.clock.now(), zone)
  const isTheirs = isOf(person.id, name)
  const to = (all: readonly MailedReport[]) => {
    const others = all.filter((one) => !isTheirs(one))
    const next = every === '' ? 0 : nextMailing(every, day)
    const theirs = { account: person.id, name, asked, language, next }
    return every === '' ? others : [...others, { ...theirs, every }]
  }
  const told = (all: readonly MailedReport[]) => {
    const was = all.find(isTheirs)?.every ?? ''
    const detail = { value: name, 'was.every': was, 'is.every': every }
    return auditRow(desk, person, 'changed', `setting:${MAILED_REPORTS}`, detail)
  }
  const isWritten = await change(desk.store, to, told)
  return isWritten ? null : new Problem('conflict', 'changedMeanwhile')
}

/** Changes who is mailed what, while it is as it was looked at. */
const change = async (
  { accounts }: Pick<Store, 'accounts'>,
  to: (all: readonly MailedReport[]) => readonly MailedReport[],
  told?: (before: readonly MailedReport[]) => AuditRow,
): Promise<boolean> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await accounts.setting(MAILED_REPORTS)
    const before = mailedIn(kept)
    const after = JSON.stringify(to(before))
    if (after === (kept ?? '[]')) return true
    if (await accounts.changeSetting(MAILED_REPORTS, kept, after, told?.(before))) return true
  }
  return false
}

type Parts = { store: Pick<Store, 'accounts' | 'letters'>; clock: Clock }

/** Writes the mails of reports whose day has come: each once, whoever looks. */
export const writeReports = async ({ store, clock }: Parts, zone: string): Promise<void> => {
  const { day, hour } = localHourOf(clock.now(), zone)
  const isDue = ({ next }: MailedReport) => next < day || (next === day && hour >= HOUR)
  const due = mailedIn(await store.accounts.setting(MAILED_REPORTS)).filter(isDue)
  if (due.length === 0) return
  for (const one of due) {
    const { from, until } = mailedDays(one.every, one.next)
    const thread = reportThread(one.account, one.name)
    const last = await store.letters.lastOf(thread)
    // It was written, and the node ended before it said so.
    if (last && last.upTo >= until) continue
    const account = await store.accounts.byId(one.account)
    if (!account || account.disabledAt !== null) continue
    const about = { kind: 'report', thread, after: from, upTo: until } as const
    const to = { address: account.email, language: one.language }
    await store.letters.write(nextLetter(clock, last, { ...about, ...to }))
  }
  await change(store, (all) =>
    all.map((one) => (isDue(one) ? { ...one, next: nextMailing(one.every, day) } : one)),
  )
}
