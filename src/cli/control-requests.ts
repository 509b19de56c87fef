import { z } from 'zod'
import { isDeepEqual } from '../../actors/equal'
import { alwaysOpen, type Hours } from '../../actors/hours/hours'
import type { Role } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import { rulesOf } from '../../actors/text/form-rules'
import type { Language } from '../../views/words/language'
import { visitorText } from '../../views/words/visitor-texts'
import { accountOf, type NamedAccount } from '../commands/accounts/account-ref'
import { changeAccount } from '../commands/accounts/change'
import { accountProblem } from '../commands/accounts/create'
import { disableAccount } from '../commands/accounts/disable'
import { enableAccount } from '../commands/accounts/enable'
import { removeAccount } from '../commands/accounts/remove'
import { setPassword } from '../commands/accounts/set-password'
import { hireAgent } from '../commands/agents/hire'
import { auditRow, commandLine, tellExported } from '../commands/audit'
import type { Imported } from '../commands/canned/import'
import { chooseDefault } from '../commands/departments/choose-default'
import { defaultDepartment } from '../commands/departments/default'
import { activeNamed, openDepartment, openDepartments } from '../commands/departments/named'
import { type Needed, removeDepartment } from '../commands/departments/remove'
import { renameDepartment } from '../commands/departments/rename'
import type { Desk } from '../commands/desk'
import { removeFactor } from '../commands/factors/remove'
import { withCalendar } from '../commands/hours/calendar'
import { hoursPlace, WHOLE_DESK } from '../commands/hours/place'
import { saveHours } from '../commands/hours/save'
import type { Moved } from '../commands/moving/moved'
import { type RoleSetting, removeRoleNamed, roleNamed, setRole } from '../commands/roles/named'
import { telling } from '../commands/telling'
import { changeText } from '../commands/texts/change'
import { textField } from '../commands/texts/form'
import type { VisitorsImported } from '../commands/visitors/import'
import { INDEX_VERSION } from '../system/indexer'
import { backupMade } from './control-requests/backups'
import {
  isTold,
  type TakenOver,
  takeCanned,
  takeMoved,
  takeVisitors,
} from './control-requests/imports'
import { dropMail, retryMail } from './control-requests/mail'
import { deskActs } from './desk-acts'
import type { Changes } from './setting-flags'

/** Names of departments: opened when there is none of that name. */
type ByName = { departments?: readonly string[] }

/** An account to be made. Without departments it answers for the default one. */
export type NewAccount = ByName & {
  role: Role
  email: string
  name: string
  password: string
  settings?: Changes
}

/** What changes of an account and its place at the desk; what is left out stays. */
export type AccountChange = NamedAccount &
  ByName & { newEmail?: string; newRole?: Role; name?: string; settings?: Changes }

/** A text in one language: words for some of its forms. */
export type TextChange = {
  language: Language
  word: string
  fields: Readonly<Record<string, string>>
}

type Outcome = Promise<string | Problem | { needed: Needed } | TakenOver>

/** Makes an account with a place at the desk. Answers its id. */
export const createAgent = async (
  desk: Desk,
  { role, email, name, password, departments: names = [], settings = {} }: NewAccount,
): Promise<string | Problem> => {
  const account = { email, name, password }
  const wrong = await accountProblem(desk, account)
  if (wrong) return wrong
  const departments = await openDepartments(desk, names)
  if (isProblem(departments)) return departments
  if (departments.length === 0) {
    const own = await defaultDepartment(desk, 'agent')
    if (own) departments.push(own.id)
  }
  const detail = { value: name, 'is.role': role }
  return hireAgent(desk, account, { ...settings, departments }, role, ({ id }) =>
    auditRow(desk, commandLine, 'accountMade', `account:${id}`, detail),
  )
}

/** Changes the hours of a department by its name, or those of the whole desk. */
const changedHours = async (
  desk: Desk,
  name: string | undefined,
  change: (now: Hours) => Hours | Problem | Promise<Hours | Problem>,
): Outcome => {
  const known = name === undefined ? { id: WHOLE_DESK } : await activeNamed(desk, name)
  const place = isProblem(known) ? known : await hoursPlace(desk, known.id)
  if (isProblem(place)) return place
  const hours = await change(place.hours)
  if (isProblem(hours)) return hours
  return (await saveHours(desk, place, { version: undefined, hours })) ?? place.of
}

/** Every act of the command line on a desk, with people by address and departments by name. */
const acts = {
  'account create': createAgent,
  'account password': (desk: Desk, { password, ...whose }: NamedAccount & { password: string }) =>
    setPassword(desk, whose, password),
  'account disable': (desk: Desk, whose: NamedAccount) => disableAccount(desk, whose),
  'account enable': (desk: Desk, whose: NamedAccount) => enableAccount(desk, whose),
  'account remove': (desk: Desk, whose: NamedAccount) => removeAccount(desk, whose),
  'account factor': (desk: Desk, whose: NamedAccount) => removeFactor(desk, whose),
  'account change': async (desk: Desk, change: AccountChange): Outcome => {
    const { role, email, newEmail, newRole, name, departments: names, settings } = change
    // Nothing is opened for an account that is not there.
    const account = await accountOf(desk, { role, email })
    if (isProblem(account)) return account
    const departments = names && (await openDepartments(desk, names))
    if (isProblem(departments)) return departments
    const place = { name, departments, ...settings }
    // One that nobody is called by is refused by that name.
    const as = newRole === undefined ? undefined : ((await roleNamed(desk, newRole)) ?? newRole)
    return changeAccount(desk, { role, email }, { email: newEmail, role: as, place })
  },
  'role set': (desk: Desk, setting: RoleSetting): Outcome => setRole(desk, setting),
  'role remove': (desk: Desk, { role }: { role: string }): Outcome => removeRoleNamed(desk, role),
  'department open': async (
    desk: Desk,
    { name, settings, isDefault }: { name: string; settings?: Changes; isDefault?: boolean },
  ): Outcome => {
    const id = await openDepartment(desk, name, settings)
    if (!isProblem(id) && isDefault) await chooseDefault(desk, id)
    return id
  },
  'department rename': async (desk: Desk, { name, to }: { name: string; to: string }): Outcome => {
    const known = await activeNamed(desk, name)
    if (isProblem(known)) return known
    return (await renameDepartment(desk, known.id, { name: to })) ?? known.id
  },
  'department remove': async (desk: Desk, { name }: { name: string }): Outcome => {
    const known = await activeNamed(desk, name)
    if (isProblem(known)) return known
    const stays = await removeDepartment(desk, known.id)
    if (isProblem(stays)) return stays
    return stays ? { needed: stays } : known.id
  },
  'backup made': backupMade,
  'canned import': takeCanned,
  'visitor import': takeVisitors,
  'moving import': takeMoved,
  'mail retry': retryMail,
  'mail drop': dropMail,
  'hours set': async (desk: Desk, { of, hours }: { of?: string; hours: Hours }): Outcome =>
    changedHours(desk, of, (now) =>
      isDeepEqual(hours, alwaysOpen) ? { ...now, use: 'always' } : hours,
    ),
  'hours import': async (
    desk: Desk,
    { of, calendar, name }: { of?: string; calendar: string; name: string },
  ): Outcome =>
    changedHours(desk, of, async (now) => {
      const change = await withCalendar({ calendar, name }, now, desk.clock.now())
      return isProblem(change) ? change : change.hours
    }),
  ...deskActs,
  'text change': async (desk: Desk, { language, word, fields }: TextChange): Outcome => {
    const text = visitorText(language, word)
    if (!text) return new Problem('missing', 'wordUnknown', { values: { word } })
    const named = Object.entries(fields).map(([form, words]) => [textField(form), words])
    const ref = { language, word, rules: rulesOf(text.forms) }
    return (await changeText(desk, ref, Object.fromEntries(named))) ?? word
  },
  /** A list is about to be taken along: nobody gets what nobody is told of. */
  'list export': async (desk: Desk, { list, asked }: { list: string; asked: string }): Outcome => {
    await tellExported(desk, commandLine, list, asked)
    return list
  },
  'search rebuild': async ({ store }: Desk, _input: Record<string, never>): Outcome => {
    await store.accounts.setSetting(INDEX_VERSION, null)
    return 'search'
  },
} satisfies Record<string, (desk: Desk, input: never) => Outcome>

type Acts = typeof acts

/** What the command line wants of a desk: the name of an act, and its input. */
export type ControlRequest = {
  [Name in keyof Acts]: { do: Name; input: Parameters<Acts[Name]>[1] }
}[keyof Acts]

const requestShape = z.object({
  do: z.enum(Object.keys(acts) as (keyof Acts)[]),
  input: z.record(z.string(), z.unknown()),
})

/** A request as it came over the socket; undefined when it names no act of ours. */
export const readRequest = (body: unknown): ControlRequest | undefined => {
  const read = requestShape.safeParse(body)
  return read.success ? (read.data as unknown as ControlRequest) : undefined
}

/**
 * Whose account, or which department, a request was about, and the names of the departments they
 * answer for.
 */
export type Done = {
  id: string
  departments: string[]
  /** What was taken over, where that was asked for. */
  imported?: Imported
  visitors?: VisitorsImported
  moved?: Moved
}

/** How a request went: done, or why not. */
export type ControlAnswer =
  | Done
  | Pick<Problem, 'reason' | 'values' | 'retryAfter'>
  | { needed: Needed }

/** Handles a request on a desk of this process. */
export const handle = async (desk: Desk, request: ControlRequest): Promise<ControlAnswer> => {
  const act: (desk: Desk, input: never) => Outcome = acts[request.do]
  // An import tells of all of it at once.
  const told = isTold(request.do) ? desk : telling(desk, commandLine)
  const outcome = await act(told, request.input as never)
  if (isProblem(outcome)) {
    const { reason, values, retryAfter } = outcome
    return { reason, values, retryAfter }
  }
  if (typeof outcome === 'object')
    return 'needed' in outcome ? outcome : { id: '', departments: [], ...outcome }
  return { id: outcome, departments: await departmentsOf(desk, outcome) }
}

const departmentsOf = async ({ store }: Desk, agent: string): Promise<string[]> => {
  const own = (await store.agents.find(agent))?.departments ?? []
  const all = await store.departments.all()
  return all.filter(({ id }) => own.includes(id)).map(({ name }) => name)
}
