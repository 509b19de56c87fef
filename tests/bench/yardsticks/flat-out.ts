import type { Result } from '../load/job'
import { type Bench, inTurn, middle } from '../measure'
import { ours } from '../ours'
import { peers } from '../peers'
import { loadMessages, rawGroup, socketIo, type Variant } from '../variants'

/** The load of P1: two hundred visitors, each with two readers, 32 posts under way at once. */
export const crowd = { visitors: 200, readers: 2, inFlight: 32 }
export const crowdNote = '200 visitors, 2 readers each, 32 in flight'

export const perSecond = ({ perSecond }: Result) => perSecond
export const rateOf = (results: readonly Result[]) => middle(results, perSecond)

type FlatOut = Record<'ours' | 'floor' | 'socketIo', Result[]>

/** Ours, the floor, and what else the chosen yardsticks hold beside them, under one load in turn. */
export const flatOut = (bench: Bench): Promise<FlatOut> =>
  bench.once('flat out', async () => {
    const run = allItTakes(bench)
    const hasPeers = bench.wants('P2') && (await whyNoPeers()) === undefined
    const none: FlatOut = { ours: [], floor: [], socketIo: [] }
    const measured = await inTurn<keyof FlatOut, Result>(bench, {
      ours: run(ours()),
      floor: run(rawGroup),
      ...(hasPeers ? { socketIo: run(socketIo) } : {}),
    } as Record<keyof FlatOut, () => Promise<Result>>)
    return { ...none, ...measured }
  })

/** Puts a variant under the load of P1 as fast as it answers. */
export const allItTakes =
  (bench: Bench) =>
  (variant: Variant): (() => Promise<Result>) =>
  () =>
    loadMessages(variant, { ...crowd, rate: null, ...paceOf(bench) })

export const paceOf = ({ warmUp, seconds }: Bench) => ({ warmUp, seconds })

/** Why the program of others cannot be had here; undefined when it can. */
export const whyNoPeers = (): Promise<string | undefined> =>
  peers().then(
    () => undefined,
    (problem) => String(problem),
  )
