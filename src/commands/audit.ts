import type { AuditedAct, AuditRow } from '../../actors/audit'
import type { Staff } from '../../actors/people'
import type { Desk } from './desk'

/** That somebody did something to what has an address, as it is written down for good. */
export const auditRow = (
  desk: Pick<Desk, 'clock'>,
  { id: actor, name: actorName, from }: Pick<Staff, 'id' | 'name' | 'from'>,
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
  const send: Desk['system']['send'] = async (address, event) => {
    if (isWritten) return desk.system.send(address, event)
    const sent = await desk.system.send(address, event, row)
    if (sent.outcome === 'done') isWritten = true
    return sent
  }
  return { ...desk, system: { ...desk.system, send } }
}

/** Characters of what was asked that are kept. */
const ASKED = 500

const nameOf = (file: string) => file.split('/').at(-1) ?? file

/** Writes down who takes a list along, and what of it: `file` is its address, `asked` what stands behind the `?`. */
export const exported = async (
  desk: Desk,
  person: Staff,
  file: string,
  asked: string,
): Promise<void> => {
  await desk.store.audit.add(
    auditRow(desk, person, 'exported', `list:${nameOf(file)}`, { value: asked.slice(0, ASKED) }),
  )
}
