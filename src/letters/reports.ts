import { dayText } from '../../actors/figures/calendar'
import { reportOf } from '../../actors/figures/reports'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { reportLetter } from '../../views/letters/report'
import { askedText, reportPaths } from '../../views/office/reports/paths'
import { type Language, languages } from '../../views/words/language'
import { reportOfThread } from '../commands/letters/threads'
import { mailedTo } from '../commands/reports/mail'
import { allows } from '../policies/permissions'
import { csvHead, inCsv } from '../reads/csv'
import { deskZone } from '../reads/desk-zone'
import { departmentsSeen, reportAskIn } from '../reads/report-ask'
import { tableOfReport } from '../reads/report-table'
import { readReport } from '../reads/reports'
import type { Store } from '../store/store'
import type { Draw } from './drawing'

/** Read as it goes: with what its reader may see by then, or not at all. */
export const report: Draw = async ({ store, baseUrl }, letter) => {
  const found = reportOfThread(letter.thread)
  const mailed = found && (await mailedTo(store, found.account, found.name))
  if (!found || !mailed) return { state: 'seen', problem: '' }
  const person = await personOf(store, found.account)
  if (!person || !allows(person, 'reports.read')) return { state: 'nobody', problem: 'not allowed' }
  const asked = new URLSearchParams(mailed.asked)
  const days = { from: dayText(letter.after), to: dayText(letter.upTo) }
  const typed = (name: string) => Reflect.get(days, name) ?? asked.get(name) ?? undefined
  const ask = reportAskIn(found.name, typed, letter.upTo, departmentsSeen(person))
  if (isProblem(ask)) return { state: 'nobody', problem: 'not valid' }
  const read = await readReport(store, ask)
  const language: Language = languages.find((one) => one === letter.language) ?? 'en'
  const { columns, rows } = tableOfReport(ask, read)
  const drawn = reportLetter({
    ...{ language, ask, read, report: reportOf(ask.name), zone: deskZone },
    link: baseUrl + reportPaths.of(ask.name) + askedText(ask),
  })
  return {
    ...{ ...drawn, to: { name: person.name, address: letter.address } },
    attachments: [
      { filename: `${ask.name}-${days.from}.csv`, content: csvHead(columns) + inCsv(rows) },
    ],
  }
}

const personOf = async (
  { accounts, agents, roles }: Pick<Store, 'accounts' | 'agents' | 'roles'>,
  id: string,
): Promise<Staff | undefined> => {
  const account = await accounts.byId(id)
  if (!account || account.disabledAt !== null) return undefined
  const [agent, role] = await Promise.all([agents.find(id), roles.find(account.role)])
  return {
    ...{ kind: 'staff', id, name: account.name, role: account.role },
    departments: agent?.departments ?? [],
    ...(role ? { grants: role.permissions } : {}),
  }
}
