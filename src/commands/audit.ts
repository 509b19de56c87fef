import type { AuditedAct, AuditRow } from '../../actors/audit'
import type { Staff } from '../../actors/people'
import type { Desk } from './desk'

/** Writes down for good that somebody did something to what has an address. */
export const audit = (
  desk: Desk,
  { id: actor, name: actorName }: Staff,
  act: AuditedAct,
  object: string,
  detail: AuditRow['detail'] = {},
): Promise<void> =>
  desk.store.audit.add({
    ...{ id: desk.clock.id(), at: desk.clock.now(), actor, actorName },
    ...{ act, object, detail },
  })
