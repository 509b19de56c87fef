import { type Address, idOf, kindOf } from '../../actors/address'
import type { Entry } from '../../actors/entry'
import { type AnyEvent, isTimer, type PersonEvent } from '../../actors/events'
import type { Fact } from '../../actors/facts'
import { logicOf } from '../../actors/registry'
import { revive } from '../../actors/revive'
import { type Needs, noReads, type Reads } from '../../actors/rows'
import type { Stored } from '../../actors/snapshot'
import { type Mail, type Turn, takeTurn } from '../../actors/turn'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { backOff } from '../retry'
import type { Store } from '../store/store'
import { Unavailable } from '../store/unavailable'
import { openMailbox } from './mailbox'
import { mendingOf } from './mend'
import { openSnapshotCache } from './snapshot-cache'

/** How a person's event ended. */
export type Sent =
  | { outcome: 'done'; turn: Turn }
  /** The same client id was committed before: answered as done. */
  | { outcome: 'repeat'; entry: Entry }
  /** The actor has no way to do this now; `stored` is what it looked at. */
  | { outcome: 'refused'; stored: Stored | undefined }
  /** The actor cannot take turns: it is set aside for somebody to look at. */
  | { outcome: 'parked' }

export type Delivered = 'done' | 'gone' | 'parked'

/** More losses than this against other nodes means that something else is wrong. */
const TURN_TRIES = 40
/** After so many, and again after so many more, it is asked whether there are others at all. */
const DOUBT_TRIES = 8
/** Longest pause before the second retry and those after it, ms; before the first there is none. */
const pauseMs = backOff(2, 50)

/**
 * Runs the actors: load, take a turn, commit, ring. Nothing else writes.
 * `send` and `deliver` reject when the store does (`Unavailable` mostly), and when an address loses
 * every one of its tries against other nodes.
 */
export const openSystem = (parts: {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  /** Hears the mail of every committed turn, to deliver what is due. */
  posted: (mail: readonly Mail[]) => void
}) => {
  const { store, bus, clock, log } = parts
  const mailbox = openMailbox()
  const snapshots = openSnapshotCache()
  const parked = new Set<Address>()

  const load = async (address: Address): Promise<Stored | undefined> => {
    const stored = await store.turns.load(address)
    if (!stored) {
      snapshots.forget(address)
      return undefined
    }
    // In the shape of this program, for whoever only reads it too; throws when it cannot be.
    const logic = logicOf(kindOf(address))
    const { value, context } = revive(logic, stored.snapshot)
    const live = { version: stored.version, snapshot: { shape: logic.shape, value, context } }
    snapshots.put(address, live)
    return live
  }

  type Prepared = { stored: Stored | undefined; turn: Turn | null }

  /** The turn, at once where all that it needs is at hand. */
  const prepare = (
    address: Address,
    event: AnyEvent,
    reload: boolean,
  ): Prepared | Promise<Prepared> => {
    const known = reload ? undefined : snapshots.get(address)
    const needs = logicOf(kindOf(address)).needs(idOf(address), event)
    return known && !needs
      ? turnOf(address, known, event, noReads)
      : gather(address, event, known, needs)
  }

  const gather = async (
    address: Address,
    event: AnyEvent,
    known: Stored | undefined,
    needs: Needs,
  ): Promise<Prepared> => {
    try {
      const stored = known ?? (await load(address))
      const reads = needs ? await store.turns.reads(needs) : noReads
      return turnOf(address, stored, event, reads)
    } catch (problem) {
      park(address, event.type, problem)
      return { stored: undefined, turn: null }
    }
  }

  const turnOf = (
    address: Address,
    stored: Stored | undefined,
    event: AnyEvent,
    reads: Reads,
  ): Prepared => {
    try {
      return { stored, turn: takeTurn(address, stored, event, reads) }
    } catch (problem) {
      park(address, event.type, problem)
      return { stored: undefined, turn: null }
    }
  }

  /** What cannot be read, or cannot take its turn, stops this one actor and nothing else. */
  const park = (address: Address, doing: string, problem: unknown) => {
    if (problem instanceof Unavailable) throw problem
    snapshots.forget(address)
    if (parked.has(address)) return
    parked.add(address)
    log.error('an actor is parked: it cannot go on', { address, doing, problem })
    bus.publish([{ topic: address, what: 'state' }])
  }

  const current = async (address: Address): Promise<Stored | undefined> => {
    try {
      const known = store.shared ? undefined : snapshots.get(address)
      return known ?? (await load(address))
    } catch (problem) {
      park(address, 'being read', problem)
      return undefined
    }
  }

  const commit = async (turn: Turn, consumes?: string) => {
    try {
      const outcome = await store.turns.commit(turn, consumes)
      if (outcome === 'done') {
        snapshots.put(turn.address, { version: turn.version, snapshot: turn.snapshot })
        parked.delete(turn.address)
        parts.posted(turn.mail)
        bus.publish(withEntries(turn))
      }
      if (outcome === 'stale') snapshots.forget(turn.address)
      return outcome
    } catch (problem) {
      // Whether it was written is not known: the next turn looks.
      snapshots.forget(turn.address)
      throw problem
    }
  }

  /**
   * After a try that was lost: steps aside for whoever won, or makes whole what nobody could win
   * against. Answers whether there is any use in another try.
   */
  const stepAside = async (address: Address, tries: number): Promise<boolean> => {
    try {
      if (tries % DOUBT_TRIES !== DOUBT_TRIES - 1) await pause(tries)
      else {
        const turn = await mendingOf(store, address, clock.now())
        const mended = turn && (await commit(turn)) === 'done'
        if (mended) log.warn('an actor was behind what it had written', { address })
      }
      return true
    } catch (problem) {
      park(address, 'being mended', problem)
      return false
    }
  }

  const repeated = async (address: Address, clientId: string | undefined): Promise<Sent | null> => {
    if (clientId === undefined || kindOf(address) !== 'conversation') return null
    const entry = await store.transcripts.byClientId(idOf(address), clientId)
    return entry ? { outcome: 'repeat', entry } : null
  }

  const sendInTurn = async (address: Address, event: PersonEvent): Promise<Sent> => {
    const clientId = 'clientId' in event ? event.clientId : undefined
    for (let tries = 0; tries < TURN_TRIES; tries += 1) {
      const { stored, turn } = await prepare(address, event, tries > 0)
      if (!turn) return { outcome: 'parked' }
      if (turn.rejected) {
        // The snapshots may be behind another node: nobody is refused for what is no longer so.
        if (tries === 0 && store.shared) continue
        return (await repeated(address, clientId)) ?? { outcome: 'refused', stored }
      }
      const outcome = await commit(turn)
      if (outcome === 'done') return { outcome, turn }
      if (outcome === 'repeat') {
        const repeat = await repeated(address, clientId)
        if (repeat) return repeat
      }
      if (!(await stepAside(address, tries))) return { outcome: 'parked' }
    }
    throw new Unavailable(`no turn for ${address} in ${TURN_TRIES} tries`)
  }

  const deliverInTurn = async (mail: Mail): Promise<Delivered> => {
    // Late mail happens when it arrives, on the clock of the node that takes the turn.
    const event = { ...mail.event, at: Math.max(clock.now(), isTimer(mail.event) ? mail.dueAt : 0) }
    for (let tries = 0; tries < TURN_TRIES; tries += 1) {
      const { turn } = await prepare(mail.to, event, tries > 0)
      if (!turn) return 'parked'
      if (turn.rejected && tries === 0 && store.shared) continue
      const outcome = await commit(turn, mail.id)
      if (outcome === 'done' || outcome === 'gone') return outcome
      if (!(await stepAside(mail.to, tries))) return 'parked'
    }
    throw new Unavailable(`no turn for ${mail.to} in ${TURN_TRIES} tries`)
  }

  /** Two nodes that want the same version step aside for each other. */
  const pause = (tries: number) =>
    clock.sleep(tries === 0 ? 0 : clock.chance() * pauseMs(tries - 1))

  return {
    /** What a person does. Internal events are not even expressible here. */
    send: (address: Address, event: PersonEvent): Promise<Sent> =>
      mailbox.enqueue(address, () => sendInTurn(address, event)),
    /** The postman's door: a tell or a timer, consumed together with its turn. */
    deliver: (mail: Mail): Promise<Delivered> =>
      mailbox.enqueue(mail.to, () => deliverInTurn(mail)),
    /**
     * The newest snapshot: from the store, or where nobody else writes from this node's snapshots.
     * Undefined for an actor that is parked.
     */
    current,
    /**
     * The snapshot at hand, which another node may have gone past; undefined when there is none.
     * For what the actor's own turn decides again.
     */
    cached: (address: Address): Stored | undefined => snapshots.get(address),
    isParked: (address: Address) => parked.has(address),
    parked: () => [...parked],
    rest: () => mailbox.drain(),
  }
}
export type System = ReturnType<typeof openSystem>

/** The hint may carry the entry itself to readers on this node. */
const withEntries = (turn: Turn): Fact[] =>
  turn.facts.map((fact) => {
    const entry = fact.what === 'said' && turn.entries.length === 1 ? turn.entries[0] : undefined
    return entry ? { ...fact, entry } : fact
  })
