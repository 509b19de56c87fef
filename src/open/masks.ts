import { deskGroupIn, deskGroupName } from '../../actors/desk/settings'
import type { Entry } from '../../actors/entry'
import { maskedEntry } from '../../actors/masking/entries'
import { type Mask, maskOf } from '../../actors/masking/mask'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { keptAddress } from '../policies/networks'
import type { Store } from '../store/store'

/** How often nodes that share a store look for what a lost ring would have told, ms. */
const LOOK_MS = 20_000

/** What is masked on this node, and kept of addresses: read at the start, when another node says so, and now and then. */
export const openMasks = async ({
  store,
  bus,
  clock,
  log,
}: {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
}) => {
  const [group, places] = [deskGroupName('masking'), deskGroupName('addresses')]
  let kept: string | undefined
  let keeps = deskGroupIn('addresses', undefined).keepAddresses
  let current: Mask = maskOf(deskGroupIn('masking', undefined))
  const listeners = new Set<() => void>()
  const load = async () => {
    const [stored, kinds] = await Promise.all(
      [group, places].map((name) => store.accounts.setting(name)),
    )
    keeps = deskGroupIn('addresses', kinds).keepAddresses
    if (stored === kept) return
    kept = stored
    current = maskOf(deskGroupIn('masking', stored))
    for (const hear of listeners) hear()
  }
  const look = () => {
    load().catch((problem) => log.warn('what is masked could not be read', { problem }))
  }
  await load()
  const stops = [
    bus.subscribeAll(({ what }) => {
      if (what === 'settings') look()
    }),
    bus.onReconnect(look),
    ...(store.shared ? [clock.every(LOOK_MS, look)] : []),
  ]
  const mask: Mask = (text) => current(text)
  return {
    mask,
    address: (counted: string) => keptAddress(counted, keeps),
    /** Reads it again. Rejects when it cannot be read. */
    load,
    /** Hears that something else is masked from now on. */
    listen(hear: () => void): () => void {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    close() {
      for (const stop of stops) stop()
    },
  }
}
export type Masks = Awaited<ReturnType<typeof openMasks>>

type Previewed = { preview: string }

/**
 * A store as everybody reads it: of what people wrote nothing is told that is masked, whoever asks for
 * whatever, a page, a file, a mail or the index of the search. What is stored stays.
 */
export const maskedStore = (store: Store, mask: Mask): Store => {
  const one = <Row extends Previewed>(row: Row): Row => {
    const preview = mask(row.preview)
    return preview === row.preview ? row : { ...row, preview }
  }
  const line = (entry: Entry): Entry => maskedEntry(entry, mask)
  const { transcripts: t, conversations: c, search } = store
  return {
    ...store,
    transcripts: {
      ...t,
      after: async (...ask) => (await t.after(...ask)).map(line),
      last: async (...ask) => (await t.last(...ask)).map(line),
      before: async (...ask) => (await t.before(...ask)).map(line),
      notices: async (...ask) => (await t.notices(...ask)).map(line),
      talkIn: async (...ask) => (await t.talkIn(...ask)).map(line),
      byClientId: async (...ask) => maybe(await t.byClientId(...ask), line),
      shown: async (...ask) => maybe(await t.shown(...ask), line),
      rated: async (...ask) =>
        new Map([...(await t.rated(...ask))].map(([id, entry]) => [id, line(entry)])),
    },
    conversations: {
      ...c,
      row: async (...ask) => maybe(await c.row(...ask), one),
      rows: async (...ask) => (await c.rows(...ask)).map(one),
      held: async (...ask) => (await c.held(...ask)).map(one),
      closed: async (...ask) => (await c.closed(...ask)).map(one),
      matching: async (...ask) => (await c.matching(...ask)).map(one),
      lineHeads: async (...ask) =>
        (await c.lineHeads(...ask)).map((head) => ({ ...head, rows: head.rows.map(one) })),
      lineStretch: async (...ask) => {
        const head = await c.lineStretch(...ask)
        return { ...head, rows: head.rows.map(one) }
      },
    },
    search: {
      ...search,
      find: async ({ says, ...ask }) => {
        // Whoever is asked about one knows it again among what was found.
        const known = new Map<Entry, Entry>()
        const once = (entry: Entry): Entry => {
          const shown = known.get(entry) ?? line(entry)
          known.set(entry, shown)
          return shown
        }
        const found = await search.find({ ...ask, says: says && ((entry) => says(once(entry))) })
        const hits = found.hits.map((hit) => (hit.entry ? { ...hit, entry: once(hit.entry) } : hit))
        return { ...found, hits }
      },
    },
  }
}

const maybe = <Value, Shown>(
  value: Value | undefined,
  show: (value: Value) => Shown,
): Shown | undefined => (value === undefined ? undefined : show(value))
