import { bench, room } from './bench'
import * as data from './data'
import type { Picture } from './picture'

const tools = {
  agents: [{ id: data.ana, name: 'Ana' }],
  departments: Object.entries(data.departments).map(([id, name]) => ({ id, name })),
  saved: [
    {
      id: 'vip',
      name: 'VIP, unanswered',
      query: 'view=team&tag=VIP',
      shared: false,
      removable: true,
    },
    { id: 'late', name: 'Late parcels', query: 'view=all', shared: true, removable: true },
  ],
  canShare: true,
  bulk: { matching: 137 },
}
const putOff = {
  ...data.tagged,
  priority: 'urgent',
  snooze: { until: data.now + 7_200_000 },
} as const

/** A list that is narrowed, with rows that are put off and urgent, and what is done to many. */
export const foundPictures: Picture[] = [
  bench('bench-found', {
    tools,
    inbox: {
      list: { view: 'all', filter: { priority: 'urgent', since: { day: '2026-11-01', at: 0 } } },
      rows: [putOff, ...data.mine.slice(1)],
      line: [],
      found: 137,
      selects: true,
    },
    room: room({ conversation: putOff }),
  }),
  bench('bench-bulk-done', {
    tools,
    inbox: { list: { view: 'team' }, selects: true },
    outcome: {
      ...{ done: 135, more: true, refusedCount: 3 },
      refused: [
        { id: 'lamp', name: 'Vera', message: 'Ana has no room now. Choose another.' },
        { id: 'sofa', name: data.long.slice(0, 120), message: 'It has ended.' },
      ],
    },
  }),
  bench('bench-bulk-all', {
    tools,
    inbox: { list: { view: 'team' }, selects: true },
    outcome: { done: 1, more: false, refusedCount: 0, refused: [] },
  }),
]
