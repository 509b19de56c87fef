import type { AccountChange, AccountRefused } from '../../actors/account-change'
import { type Address, idOf, kindOf } from '../../actors/address'
import type { AuditRow } from '../../actors/audit'
import type { Entry } from '../../actors/entry'
import type { PersonEvent } from '../../actors/events'
import type { Stored } from '../../actors/snapshot'
import type { Turn } from '../../actors/turn'
import type { Store } from '../store/store'
import type { Commit } from './commit'
import type { ActorParts } from './parts'
import type { Prepare } from './prepare'
import type { StepAside } from './step-aside'
import { lostAll, TURN_TRIES } from './tries'

/** How a person's event ended. */
export type Sent =
  | { outcome: 'done'; turn: Turn }
  /** The same client id was committed before: answered as done. */
  | { outcome: 'repeat'; entry: Entry }
  /** The actor has no way to do this now, or its `account` has not; `stored` is what it looked at. */
  | { outcome: 'refused'; stored: Stored | undefined; account?: AccountRefused }
  /** The actor is parked: it takes no turns until somebody has looked at it. */
  | { outcome: 'parked' }

/** What is written with the turn, or not at all: who did it, and what becomes of an account. */
export type TurnExtras = { audit?: AuditRow; account?: AccountChange }

/** What a person does, turn by turn until one is committed or nothing can come of it. */
export const sendOver =
  ({ store }: ActorParts, prepare: Prepare, commit: Commit, stepAside: StepAside) =>
  async (address: Address, event: PersonEvent, beside?: TurnExtras): Promise<Sent> => {
    const clientId = 'clientId' in event ? event.clientId : undefined
    for (let tries = 0; tries < TURN_TRIES; tries += 1) {
      const { stored, turn } = await prepare(address, event, tries > 0)
      if (!turn) return { outcome: 'parked' }
      if (turn.rejected) {
        // The cached snapshot may be behind another node: load it anew before refusing.
        if (tries === 0 && store.shared) continue
        return (await repeated(store, address, clientId)) ?? { outcome: 'refused', stored }
      }
      const outcome = await commit(beside ? { ...turn, ...beside } : turn)
      if (outcome === 'done') return { outcome, turn }
      if (outcome === 'changed' || outcome === 'taken')
        return { outcome: 'refused', stored, account: outcome }
      if (outcome === 'repeat') {
        const repeat = await repeated(store, address, clientId)
        if (repeat) return repeat
      }
      if (!(await stepAside(address, tries))) return { outcome: 'parked' }
    }
    throw lostAll(address)
  }

const repeated = async (
  { transcripts }: Pick<Store, 'transcripts'>,
  address: Address,
  clientId: string | undefined,
): Promise<Sent | null> => {
  if (clientId === undefined || kindOf(address) !== 'conversation') return null
  const entry = await transcripts.byClientId(idOf(address), clientId)
  return entry ? { outcome: 'repeat', entry } : null
}
