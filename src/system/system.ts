import type { Address } from '../../actors/address'
import type { PersonEvent } from '../../actors/events'
import type { Mail } from '../../actors/mail'
import { commitOver } from './commit'
import { currentOver } from './current'
import { type Delivered, deliverOver } from './deliver'
import { loadOver } from './load'
import { openMailbox } from './mailbox'
import { openParked } from './parked'
import type { SystemParts } from './parts'
import { prepareOver } from './prepare'
import { type Sent, sendOver, type TurnExtras } from './send'
import { openSnapshotCache } from './snapshot-cache'
import { stepAsideOver } from './step-aside'

/**
 * Runs the actors: load, take a turn, commit, ring. Nothing else writes.
 * `send` and `deliver` reject when the store does (`Unavailable` mostly), and when an address loses
 * every one of its tries against other nodes.
 */
export const openSystem = (own: SystemParts) => {
  const mailbox = openMailbox()
  const snapshots = openSnapshotCache()
  const parked = openParked({ ...own, snapshots })
  const parts = { ...own, snapshots, parked }
  const load = loadOver(parts)
  const prepare = prepareOver(parts, load)
  const commit = commitOver(parts)
  const stepAside = stepAsideOver(parts, commit)
  const send = sendOver(parts, prepare, commit, stepAside)
  const deliver = deliverOver(parts, prepare, commit, stepAside)
  return {
    ...currentOver(parts, load),
    /** What a person does; `beside` is written with its turn. Internal events are not even expressible here. */
    send: (address: Address, event: PersonEvent, beside?: TurnExtras): Promise<Sent> =>
      mailbox.enqueue(address, () => send(address, event, beside)),
    /** The postman's door: a tell or a timer, consumed together with its turn. */
    deliver: (mail: Mail): Promise<Delivered> => mailbox.enqueue(mail.to, () => deliver(mail)),
    /** What this node remembers of an actor that is there no more. */
    forget: (address: Address): void => void snapshots.forget(address),
    isParked: parked.has,
    parked: parked.all,
    rest: mailbox.drain,
  }
}
export type System = ReturnType<typeof openSystem>
