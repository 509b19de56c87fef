import type { AuditedAct, AuditRow } from '../../actors/audit'
import type { Staff } from '../../actors/people'
import type { Desk } from './desk'

/** Who did something: somebody of the desk, or the command line. */
export type Doer = Pick<Staff, 'id' | 'name' | 'from'>

/** Whoever has the machine. */
export const commandLine: Doer = { id: 'command-line', name: 'bellhop' }

/** That somebody did something to what has an address, as it is written down for good. */
export const auditRow = (
  desk: Pick<Desk, 'clock'>,
  { id: actor, name: actorName, from }: Doer,
  act: AuditedAct,
  object: string,
  detail: AuditRow['detail'] = {},
): AuditRow => ({
  ...{ id: desk.clock.id(), at: desk.clock.now(), actor, actorName },
  ...{ act, object, detail },
  ...{ address: from?.address ?? null, browser: from?.browser ?? null },
})

/**
 * The same desk, on which the first turn that is taken brings this line with it: either both are
 * written, or neither is.
 */
export const auditing = (desk: Desk, row: AuditRow): Desk => {
  let isWritten = false
  const send: Desk['system']['send'] = async (address, event, beside) => {
    if (isWritten) return desk.system.send(address, event, beside)
    const sent = await desk.system.send(address, event, { ...beside, audit: row })
    if (sent.outcome === 'done') isWritten = true
    return sent
  }
  return { ...desk, system: { ...desk.system, send } }
}

/** Characters of what was asked that are kept. */
const ASKED = 500
/** Bytes of a route that an address of the audit has room for. */
const ROUTE = 100

const nameOf = (file: string) => file.split('/').at(-1) ?? file

/** Writes down who takes a list along, and what of it: `file` is its address, `asked` what stands behind the `?`. */
export const exported = async (
  desk: Desk,
  person: Doer,
  file: string,
  asked: string,
): Promise<void> => {
  await desk.store.audit.add(
    auditRow(desk, person, 'exported', `list:${nameOf(file)}`, { value: asked.slice(0, ASKED) }),
  )
}

/**
 * Writes down that somebody may not do what they asked for: of one route once a minute. `route` is its
 * method and its path, with `:id` where it names something; `path` is what they asked for.
 */
export const refused = async (
  desk: Desk,
  person: Staff,
  route: string,
  path: string,
): Promise<void> => {
  if (await desk.rate.spend('tellRefusal', `${person.id} ${route}`)) return
  await desk.store.audit.add(
    auditRow(desk, person, 'refused', `route:${route.slice(0, ROUTE)}`, {
      value: path.slice(0, ASKED).toWellFormed(),
    }),
  )
}
