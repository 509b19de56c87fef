import { type Counts, noCounts, type Result } from './load/job'
import { median } from './load/percentile'
import { type Bar, middle, type Row } from './measure'
import { share, short } from './table'

type About = {
  id: string
  what: string
  bar: Bar
  unit: string
  figure: (result: Result) => number
  note?: string
}

/** A row that holds the medians of ours against those of a floor. */
export const compare = (about: About, ours: readonly Result[], floor: readonly Result[]): Row => {
  const { id, what, bar, unit, figure, note = '' } = about
  const [mine, theirs] = [middle(ours, figure), middle(floor, figure)]
  const each = [ours, floor].map((some) => short(middle(some, cpuEach))).join(' / ')
  const cpu = `server CPU ${shares(ours, floor, ({ serverBusy }) => serverBusy)} of a core, ${each} µs each`
  return {
    ...{ id, what, bar, value: mine / theirs },
    ours: `${short(mine)} ${unit}`,
    floor: `${short(theirs)} ${unit}`,
    counts: sumCounts([...ours, ...floor]),
    busy: shares(ours, floor, (one) => one.busy),
    note: [note, cpu].filter(Boolean).join('; '),
  }
}

/** The middle of the rounds' own ratios: a slow minute of the machine met both of a round. */
export const inSameRound = (
  some: readonly Result[],
  others: readonly Result[],
  figure: (result: Result) => number,
) =>
  median(
    some.map((run, nth) => {
      const other = others[nth]
      return other ? figure(run) / figure(other) : Number.NaN
    }),
  )

/** CPU time of the server for each message or page, µs. */
export const cpuEach = ({ serverBusy, perSecond }: Result) => (serverBusy / perSecond) * 1e6

const shares = (
  ours: readonly Result[],
  floor: readonly Result[],
  figure: (result: Result) => number,
) => `${share(middle(ours, figure))} / ${share(middle(floor, figure))}`

const sumCounts = (results: readonly { counts: Counts }[]): Counts =>
  results.reduce(
    (sum, { counts }) => ({
      lost: sum.lost + counts.lost,
      duplicate: sum.duplicate + counts.duplicate,
      outOfOrder: sum.outOfOrder + counts.outOfOrder,
      refused: sum.refused + counts.refused,
    }),
    noCounts,
  )
