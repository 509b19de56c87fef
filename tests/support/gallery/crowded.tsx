import { limits } from '../../../actors/limits'
import { RoomTail } from '../../../views/workbench/room/tail'
import { bench, none, room } from './bench'
import * as data from './data'
import { lookOf, type Picture } from './picture'

/** The longest name a stranger may choose, and nowhere to break it. */
export const endless = 'W'.repeat(limits.name)
export const ROWS = 60

const crowd = Array.from({ length: ROWS }, (_, n) =>
  data.row({
    ...{ id: `crowd-${n}`, visitor: `visitor-${n}-c${n}`, visitorName: `${endless}${n}` },
    ...{ preview: data.long, unread: n * 2, lastAt: data.now - n * 60_000 },
    ...(n % 3 === 0 ? { tags: ['Damaged in transit, second time this', 'VIP'] } : {}),
  }),
)
const waits = crowd.map((row, n) => ({
  ...row,
  ...{ id: `waits-${n}`, state: 'waiting' as const, agent: null, agentName: '', place: n + 41 },
}))
const full = { load: 50, settings: { ...data.agentRow({}).settings, capacity: 50 } }
const [first = data.left] = crowd
const talk = {
  department: 'Deliveries, returns and everything that is large and heavy',
  entries: data.hostile,
  earlierEntries: '/workbench/conversations/crowd-0?before=9',
}
const inbox = { rows: crowd, counts: { mine: 100, line: 116, closed: null } }

/** What comes meanwhile, without a script. */
const tail: Picture = {
  name: 'bench-tail',
  page: (given) => (
    <RoomTail {...lookOf(given)} entries={data.talk(given.language, 'desk')} viewer={data.ana} />
  ),
}

/** A desk on its fullest day, visited by people with the longest names. */
export const crowdedPictures: Picture[] = [
  tail,
  bench('crowded-list', {
    agent: data.agentRow(full),
    inbox: {
      ...inbox,
      line: waits.slice(0, 5),
      offers: [{ row: { ...first, state: 'offered', id: 'rings' }, until: data.now + 24_000 }],
      more: [{ where: 'line', to: { view: 'line' }, count: 111 }],
    },
  }),
  bench('crowded-room', {
    ...{ agent: data.agentRow(full), inbox, banner: 'away' },
    problem: 'You hold as many as you can. End one or hand one over.',
    room: room({ ...talk, conversation: first }),
  }),
  bench('crowded-offer', {
    inbox,
    room: room({
      ...talk,
      conversation: first,
      rights: { ...none, note: true, answerOffer: true },
    }),
  }),
  bench('crowded-line', {
    inbox: {
      ...inbox,
      ...{ list: { view: 'line', department: 'billing', from: 51 }, rows: waits },
      lines: Object.keys(data.departments).map((department) => ({ department, count: 1_000 })),
      more: [
        { where: 'ahead', to: { view: 'line', department: 'billing' } },
        { where: 'behind', to: { view: 'line', department: 'billing', from: 101 }, count: 900 },
      ],
    },
    room: room({ ...talk, conversation: first, rights: { ...none, take: true } }),
  }),
].map((picture) => ({ ...picture, once: true }))
