import { compare } from '../compare'
import type { Result } from '../load/job'
import { type Bench, inTurn, middle, type Row, type Yardstick } from '../measure'
import { ours } from '../ours'
import { loadMessages, rawGroup } from '../variants'
import { crowd, crowdNote, flatOut, paceOf } from './flat-out'
import { mustTake } from './p01'

/**
 * Of what the floor takes flat out: the load both are put under on a fixed schedule. It is six
 * tenths of what ours must take by the first bar of P1. Were it a share of what ours takes, all
 * that makes ours faster would be one more load on it.
 */
const LOAD = 0.6 * mustTake
/** A hundredth of fewer messages than these seconds bring would be the work of one pause or two. */
const SECONDS = 10
/** So many rounds more than usual: a stall of the machine in one of them is not the middle. */
const MORE = 2

/**
 * How late the slowest hundredth arrives: under the load of P1, and on a fixed schedule, where who
 * stalls is not asked less. What can be taken changes with what else the machine does, so each
 * round measures it anew and at once puts both under a share of that.
 */
export const p3: Yardstick = {
  id: 'P3',
  measure: async (bench) => {
    const most = await flatOut(bench)
    const late = await onSchedule(bench)
    const rate = Math.round(middle(late.rates, (each) => each))
    return [
      row('deliver p99 under the load of P1 ÷ floor', crowdNote, most),
      row('deliver p99 on a fixed schedule ÷ floor', `both at ${rate} msg/s`, late),
    ]
  },
}

type Both = Record<'ours' | 'floor', Result[]>

const row = (what: string, note: string, { ours, floor }: Both): Row => {
  const bar = { is: 'at most', goal: 1.5, first: 2.5 } as const
  return compare({ id: 'P3', what, bar, unit: 'ms', figure: ({ p99 }) => p99, note }, ours, floor)
}

const onSchedule = async (bench: Bench): Promise<Both & { rates: number[] }> => {
  const pace = { ...paceOf(bench), seconds: Math.max(SECONDS, bench.seconds) }
  const rates: number[] = []
  const load = () => {
    const rate = rates.at(-1)
    if (rate === undefined) throw new Error('What the floor takes was not measured first')
    return { ...crowd, rate, ...pace }
  }
  const rounds = bench.rounds + MORE
  const { ours: own, floor } = await inTurn<keyof Both | 'whole', Result>(
    { ...bench, rounds },
    {
      whole: async () => {
        const result = await loadMessages(rawGroup, { ...crowd, rate: null, ...paceOf(bench) })
        rates.push(LOAD * result.perSecond)
        return result
      },
      ours: () => loadMessages(ours(), load()),
      floor: () => loadMessages(rawGroup, load()),
    },
  )
  return { ours: own, floor, rates }
}
