import { type Address, idOf, kindOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { type Entry, isTalk } from '../../actors/entry'
import { logicOf } from '../../actors/registry'
import { noReads } from '../../actors/rows'
import type { Stored } from '../../actors/snapshot'
import { type Turn, takeTurn } from '../../actors/turn'
import type { JournalRow } from '../store/ports/turns'
import type { Store } from '../store/store'
import { Damaged } from '../store/unavailable'
import { merged } from './mend/merged'

/** Turns or entries that one mending goes over; nothing was ever torn by more than a few. */
const MOST_ROWS = 500

type Parts = Pick<Store, 'turns' | 'transcripts'>

/**
 * A transaction is whole, whatever happens to the server; yet a server that broke that promise once
 * has left an actor behind its own journal, or behind its own entries, where every turn would collide
 * with what is there. Answers the turn that makes such an actor whole again, to be committed like
 * any other, and null for one that is whole: then others were only quicker.
 *
 * Turns of the journal are taken again. Entries stay, also those that no turn wrote. A message that
 * the journal knows of and whose words are nowhere was never acknowledged: a line without words
 * takes its place, for whoever wrote it sends it again.
 * Rejects with `Damaged` when the journal cannot be read, or when there are entries and nothing else.
 */
export const mendingOf = async (
  store: Parts,
  address: Address,
  at: number,
): Promise<Turn | null> => {
  const before = await store.turns.load(address)
  const written = await store.turns.journal(address, before?.version ?? 0, MOST_ROWS)
  const there = await entriesAfter(store, address, before)
  // Read after all else: what was committed whole until then, it knows of.
  const stored = await store.turns.load(address)
  if (stored?.version !== before?.version) return null
  if (written.length === 0 && there.length === 0) return null
  if (!stored && written.length === 0) throw new Damaged(`Nobody began ${address}`)
  return wholeTurn(store, { address, stored, written, there, at })
}

const lastSeqOf = (address: Address, stored: Stored | undefined): number =>
  kindOf(address) === 'conversation'
    ? (contextIn('conversation', stored?.snapshot)?.lastSeq ?? 0)
    : 0

const entriesAfter = async (
  { transcripts }: Parts,
  address: Address,
  stored: Stored | undefined,
): Promise<Entry[]> =>
  kindOf(address) === 'conversation'
    ? transcripts.after(idOf(address), lastSeqOf(address, stored), MOST_ROWS)
    : []

type Torn = {
  address: Address
  stored: Stored | undefined
  /** Of the journal, after the stored version. */
  written: readonly JournalRow[]
  /** Of the transcript, after the stored seq. */
  there: readonly Entry[]
  at: number
}

const wholeTurn = async (
  store: Parts,
  { address, stored, written, there, at }: Torn,
): Promise<Turn> => {
  const taken: Turn[] = []
  let now = stored
  const take = async (event: Parameters<typeof takeTurn>[2]) => {
    const needs = logicOf(kindOf(address)).needs(idOf(address), event, () =>
      contextIn(kindOf(address), now?.snapshot),
    )
    const turn = takeTurn(address, now, event, needs ? await store.turns.reads(needs) : noReads)
    now = { version: turn.version, snapshot: turn.snapshot }
    taken.push(turn)
    return turn
  }
  for (const { event, version } of written) {
    // A version nobody made is free: this mending makes it.
    if (version !== (now?.version ?? 0) + 1) break
    if (event === null) throw new Damaged(`The journal of ${address} cannot be read at ${version}`)
    await take(event)
  }
  const strays = there.filter(({ seq }) => seq > lastSeqOf(address, now))
  const said = strays.filter(({ body, changes }) => isTalk(body) && !changes)
  const last = await take({
    type: 'mended',
    at,
    upTo: strays.at(-1)?.seq ?? 0,
    saidSeq: said.at(-1)?.seq ?? 0,
    unread: said.filter(({ by }) => by === 'visitor').length,
  })
  return merged(taken, last, new Set(there.map(({ seq }) => seq)))
}
