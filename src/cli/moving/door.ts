import { addMoved, type Moved, type Numbered, nothingMoved } from '../../commands/moving/moved'
import { openMover } from '../../commands/moving/mover'
import type { Config } from '../../config'
import { openDesk } from '../../open'
import { openStore } from '../../store/open-store'
import type { Store } from '../../store/store'
import { Unavailable } from '../../store/unavailable'
import { CliError, opening, unavailable } from '../cli-error'
import { takeMoved } from '../control-requests/imports'
import { lookInto } from '../options'
import { findOpen, sendToDesk } from '../send-to-desk'
import { logOf, type Terminal } from '../terminal'

/** Where lines are handed in: to the desk that is open, to one that is opened for it, or only looked at. */
export type Door = {
  /** How much is handed in together: lines, entries of conversations, and UTF-16 units of their texts. */
  most: Stretch
  take(lines: readonly Numbered[]): Promise<Moved>
  /** Looks into the store of that desk. */
  look<Found>(of: (store: Store) => Promise<Found>): Promise<Found>
  /** Tells the audit what came of all of it. */
  tell(what: string): Promise<void>
  close(): Promise<void>
}

export const openDoor = async (
  terminal: Terminal,
  config: Config,
  { dry }: { dry: boolean },
): Promise<Door> => {
  if (dry) return looking(terminal, config)
  return (await findOpen(terminal, config)) ? asking(terminal, config) : inside(terminal, config)
}

const looking = async (terminal: Terminal, config: Config): Promise<Door> => {
  const { databaseUrl: url, dataDir, logLevel } = config
  const { clock } = terminal
  const log = logOf(terminal, logLevel)
  const store = await opening(openStore({ url, dataDir, clock, log, readOnly: true }), config)
  const mover = openMover(store, null, { now: clock.now })
  return {
    most: longStretch,
    take: mover.take,
    look: (of) => of(store),
    tell: async () => {},
    close: () => store.close(),
  }
}

const asking = (terminal: Terminal, config: Config): Door => {
  const ask = async (input: { lines: readonly Numbered[]; told?: string }) => {
    const { moved } = await sendToDesk(terminal, config, { do: 'moving import', input })
    if (!moved) throw new CliError('The desk is of an older version: restart it')
    return moved
  }
  return {
    most: shortStretch,
    take: (lines) => ask({ lines }),
    look: (of) => lookInto(terminal, { data: config.dataDir }, of),
    tell: async (told) => void (await ask({ lines: [], told })),
    close: async () => {},
  }
}

const inside = async (terminal: Terminal, config: Config): Promise<Door> => {
  const log = logOf(terminal, config.logLevel)
  const opened = await opening(openDesk(config, { log }), config)
  const { desk } = opened
  const mover = openMover(desk.store, desk, { now: desk.clock.now })
  const told = <Answer>(work: Promise<Answer>): Promise<Answer> =>
    work.catch((problem) => {
      throw problem instanceof Unavailable ? unavailable(problem, config) : problem
    })
  return {
    most: longStretch,
    take: (lines) => told(mover.take(lines)),
    look: (of) => told(of(desk.store)),
    tell: async (what) => void (await told(takeMoved(desk, { lines: [], told: what }))),
    close: () => opened.close(),
  }
}

type Stretch = { lines: number; entries: number; text: number }
/** For as long as it takes an open desk serves nobody else; a closed one has nobody to serve. */
const shortStretch: Stretch = { lines: 200, entries: 600, text: 1_000_000 }
const longStretch: Stretch = { lines: 1_000, entries: 4_000, text: 1_000_000 }
const none: Stretch = { lines: 0, entries: 0, text: 0 }
const isFull = (size: Stretch, most: Stretch): boolean =>
  size.lines >= most.lines || size.entries >= most.entries || size.text >= most.text

/** How often it is said how far it is, ms. */
const SAY_MS = 5_000

export type Source = AsyncIterable<Numbered | Moved['refused'][number]>

/**
 * Hands all lines in, in stretches. Hears each that was not taken as soon as that is known, and how
 * many there are so far.
 */
export const takeAll = async (
  { clock }: Pick<Terminal, 'clock'>,
  door: Door,
  source: Source,
  heard: {
    refused(one: Moved['refused'][number]): void
    far(all: Moved): void
    took(lines: readonly Numbered[]): void
  },
): Promise<Moved> => {
  const all = nothingMoved()
  let [some, said]: [Numbered[], number] = [[], clock.ticks()]
  let size: Stretch = { ...none }
  const flush = async () => {
    if (some.length === 0) return
    const moved = await door.take(some)
    heard.took(some)
    ;[some, size] = [[], { ...none }]
    for (const one of moved.refused) heard.refused(one)
    addMoved(all, moved)
    if (clock.ticks() - said < SAY_MS) return
    said = clock.ticks()
    heard.far(all)
  }
  for await (const one of source) {
    if ('why' in one) {
      heard.refused(one)
      all.refused.push(one)
      continue
    }
    some.push(one)
    size.lines += 1
    if (one.line.kind === 'conversation') {
      size.entries += one.line.entries.length
      for (const { text } of one.line.entries) size.text += text.length
    }
    if (isFull(size, door.most) || one.line.kind === 'file') await flush()
  }
  await flush()
  return all
}
