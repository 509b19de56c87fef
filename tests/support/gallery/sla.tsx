import type { SlaShown } from '../../../actors/conversation/sla-terms'
import { bench, room } from './bench'
import * as data from './data'
import type { Picture } from './picture'

const MINUTE_MS = 60_000
const left = (kind: SlaShown['kind'], ms: number, total = 10 * MINUTE_MS): SlaShown => ({
  ...{ kind, dueAt: data.now + ms, soonAt: data.now + ms - total / 4, left: total },
})
const clocks: (SlaShown | null)[] = [
  left('first', 8 * MINUTE_MS),
  left('next', 2 * MINUTE_MS),
  left('solve', -3_722_000),
  { kind: 'next', dueAt: null, soonAt: null, left: 6 * MINUTE_MS },
]

const rows = data.mine.map((row, nth) => ({ ...row, sla: clocks[nth % clocks.length] ?? null }))
const late = { ...data.asConversation(data.mine[0] ?? data.left), sla: clocks[2] ?? null }

const due = { list: { view: 'due' }, counts: { mine: 3, line: 2, due: 2 }, line: [] } as const

export const slaPictures: Picture[] = [
  bench('bench-due', { inbox: { ...due, rows: rows.slice(1, 3), found: 2 } }),
  bench('bench-due-none', {
    inbox: { ...due, counts: { ...due.counts, due: 0 }, rows: [], found: 0 },
  }),
  bench('bench-sla', {
    inbox: { rows },
    room: room({
      conversation: late,
      entries: [
        ...data.talk('en', 'desk').slice(0, 3),
        data.entry({ seq: 8, notice: { code: 'sla', kind: 'next', share: 80 } }),
        data.entry({ seq: 9, notice: { code: 'sla', kind: 'solve', share: 100 } }),
      ],
    }),
  }),
]
