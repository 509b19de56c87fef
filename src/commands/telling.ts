import { addressOf, idOf, kindOf } from '../../actors/address'
import type { AuditedAct, AuditRow } from '../../actors/audit'
import type { Macro } from '../../actors/canned/macro'
import type { CannedReply } from '../../actors/canned/reply'
import { DEFAULT_DEPARTMENT } from '../../actors/department/default'
import type { DepartmentPersonEvent } from '../../actors/department/events'
import { departmentSettings } from '../../actors/department/settings'
import { LOGO, logoIn } from '../../actors/desk/logo'
import { deskGroupIn, deskGroupName, deskGroups } from '../../actors/desk/settings'
import { IDENTITY_SECRET, SITES, sitesIn } from '../../actors/sites'
import { startFormIn, startFormName } from '../../actors/start/form'
import type { DepartmentRow } from '../../actors/summary'
import { typedText } from '../../actors/typed-settings'
import { auditRow, type Doer } from './audit'
import type { Desk } from './desk'
import { type Detail, differences } from './differences'

/** What is done, to what, and what of it is told; undefined where nothing becomes other than it is. */
type Told = { act: AuditedAct; object: string; detail: Detail } | undefined
type Row = AuditRow | undefined

/**
 * The same desk, whose first write that changes something of what the office keeps tells the audit, with
 * before and after: in one transaction with the change, so that either both are written or neither is.
 */
export const telling = (desk: Desk, by: Doer): Desk => {
  let isTold = false
  const rowOf = (told: Told): Row =>
    isTold || !told ? undefined : auditRow(desk, by, told.act, told.object, told.detail)
  const told = <Outcome>(row: Row, outcome: Outcome, isDone: boolean): Outcome => {
    if (row && isDone) isTold = true
    return outcome
  }
  const { store, system } = desk
  const { accounts } = store
  return {
    ...desk,
    system: {
      ...system,
      send: async (address, event, beside) => {
        const isDepartment = kindOf(address) === 'department'
        const id = idOf(address)
        const own = isDepartment
          ? rowOf(await ofDepartment(desk, id, event as DepartmentPersonEvent))
          : undefined
        const sent = await system.send(address, event, own ? { audit: own, ...beside } : beside)
        return told(own, sent, sent.outcome === 'done')
      },
    },
    store: {
      ...store,
      accounts: {
        ...accounts,
        setSetting: async (name, value, own) => {
          const before = await accounts.setting(name)
          const row = own ?? rowOf(await ofSetting(desk, name, before, value))
          return told(row, await accounts.setSetting(name, value, row), true)
        },
        changeSetting: async (name, from, to, own) => {
          const row = own ?? rowOf(await ofSetting(desk, name, from, to))
          const isDone = await accounts.changeSetting(name, from, to, row)
          return told(row, isDone, isDone)
        },
      },
      ...writersOf(desk, rowOf, told),
    },
  }
}

type Tell = <Outcome>(row: Row, outcome: Outcome, isDone: boolean) => Outcome

/** Canned replies and macros, whose writes tell of themselves. */
const writersOf = ({ store }: Desk, rowOf: (told: Told) => Row, told: Tell) => {
  const { canned, macros } = store
  return {
    canned: {
      ...canned,
      create: async (reply: CannedReply, key: string) => {
        const row = rowOf(ofReply(undefined, reply))
        const outcome = await canned.create(reply, key, row)
        return told(row, outcome, outcome === 'done')
      },
      change: async (reply: CannedReply, key: string, version: string) => {
        const row = rowOf(ofReply(await canned.find(reply.id), reply))
        const outcome = await canned.change(reply, key, version, row)
        return told(row, outcome, outcome === 'done')
      },
      remove: async (id: string) => {
        const row = rowOf(ofReply(await canned.find(id), undefined))
        return told(row, await canned.remove(id, row), true)
      },
    },
    macros: {
      ...macros,
      create: async (macro: Macro, key: string) => {
        const row = rowOf(ofMacro(undefined, macro))
        const outcome = await macros.create(macro, key, row)
        return told(row, outcome, outcome === 'done')
      },
      change: async (macro: Macro, key: string, version: string) => {
        const row = rowOf(ofMacro(await macros.find(macro.id), macro))
        const outcome = await macros.change(macro, key, version, row)
        return told(row, outcome, outcome === 'done')
      },
      remove: async (id: string) => {
        const row = rowOf(ofMacro(await macros.find(id), undefined))
        return told(row, await macros.remove(id, row), true)
      },
    },
  }
}

const toldOf = (object: string, value: string, before?: object, after?: object): Told => {
  const detail = differences(before, after)
  const act = before ? (after ? 'changed' : 'removed') : 'created'
  return detail && { act, object, detail: { value, ...detail } }
}

/** Somebody's own is their own: nobody is told of it. */
const ofReply = (before: CannedReply | undefined, after: CannedReply | undefined): Told => {
  const known = after ?? before
  if (!known || [before, after].every((one) => !one || one.scope === 'mine')) return undefined
  const shown = (reply: CannedReply | undefined) => {
    if (!reply) return undefined
    const { id: _id, version: _version, holder: _holder, uses: _uses, ...rest } = reply
    return rest
  }
  return toldOf(`canned:${known.id}`, `/${known.code}`, shown(before), shown(after))
}

const ofMacro = (before: Macro | undefined, after: Macro | undefined): Told => {
  const known = after ?? before
  const shown = (macro: Macro | undefined) => {
    if (!macro) return undefined
    const { id: _id, version: _version, ...rest } = macro
    return rest
  }
  return known && toldOf(`macro:${known.id}`, known.name, shown(before), shown(after))
}

const ofSetting = async (
  { store }: Desk,
  name: string,
  from: string | undefined,
  to: string | null,
): Promise<Told> => {
  // What opens something is told of without what it is.
  if (name === IDENTITY_SECRET) return { act: 'changed', object: `setting:${name}`, detail: {} }
  if ((from ?? null) === to) return undefined
  const called = async (id: string | null | undefined) =>
    (id && (await store.departments.find(id))?.name) || null
  if (name === DEFAULT_DEPARTMENT) {
    const detail = { value: await called(to), ...was((await called(from)) ?? undefined) }
    return { act: 'changed', object: `setting:${name}`, detail }
  }
  const form = startFormName('')
  const shown = shownBy(name, form)
  const detail = differences(shown(from), shown(to))
  const of: Detail = name.startsWith(form) ? { value: await called(name.slice(form.length)) } : {}
  return detail && { act: 'changed', object: `setting:${name}`, detail: { ...of, ...detail } }
}

const was = (value: string | undefined): Detail =>
  value === undefined ? {} : { 'was.value': value }

/** What was never set is as everybody begins with it. */
const shownBy =
  (name: string, form: string) =>
  (stored: string | null | undefined): object => {
    if (name === SITES) return sitesIn(stored ?? undefined)
    // Which picture it is, and not how large it is drawn.
    if (name === LOGO) return { mark: logoIn(stored ?? undefined)?.mark ?? '' }
    const group = deskGroups.find((one) => deskGroupName(one) === name)
    if (group) return deskGroupIn(group, stored ?? undefined)
    return name.startsWith(form) ? startFormIn(stored ?? undefined) : parsed(stored)
  }

/** A list is told of as a whole. */
const parsed = (stored: string | null | undefined): object => {
  if (!stored) return {}
  const value: unknown = JSON.parse(stored)
  return Array.isArray(value) ? { all: value } : Object(value)
}

const ofDepartment = async (
  desk: Desk,
  id: string,
  event: DepartmentPersonEvent,
): Promise<Told> => {
  const object = addressOf('department', id)
  if (event.type === 'created')
    return {
      act: 'created',
      object,
      detail: { value: event.name, ...differences(undefined, event.changes) },
    }
  const row = (await desk.system.current(object))?.row
  if (!row) return undefined
  const after = afterOf(row, event)
  if (event.type === 'removed') return { act: 'removed', object, detail: { value: row.name } }
  if (!after) return undefined
  const names = new Map((await desk.store.departments.all()).map((one) => [one.id, one.name]))
  const shown = [row, { ...row, ...after }].map((one) => shownOf(one, names))
  return toldOf(object, row.name, ...shown)
}

/** Another department is told of by its name. */
const shownOf = (
  { name, settings, removedAt }: DepartmentRow,
  names: ReadonlyMap<string, string>,
) => ({
  ...{ name, removed: removedAt !== null },
  ...typedText(departmentSettings.fields, settings),
  overflowTo: names.get(settings.overflowTo) ?? settings.overflowTo,
})

const afterOf = (
  { settings }: DepartmentRow,
  event: DepartmentPersonEvent,
): Partial<DepartmentRow> | undefined => {
  if (event.type === 'renamed') return { name: event.name }
  if (event.type === 'restored') return { removedAt: null }
  return event.type === 'configured' ? { settings: { ...settings, ...event.changes } } : undefined
}
