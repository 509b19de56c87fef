import { agentSettings } from '../../../actors/agent/settings'
import { initialAspects } from '../../../actors/conversation/aspects'
import { type Entry, isForDesk, type Notice } from '../../../actors/entry'
import type { AgentRow, ConversationRow } from '../../../actors/summary'
import type { Language } from '../../../views/words/language'
import type { Reason } from '../../../views/workbench/decisions/list'
import type { Row } from '../../../views/workbench/inbox/lists'
import type { Colleague } from '../../../views/workbench/room/transfer'
import { choicesOf } from './choices'
import { sentFiles } from './files'

/** A Thursday afternoon on the desk, for the gallery of pages. */
export const now = Date.UTC(2026, 10, 19, 13, 6, 20)
const minutes = 60_000
const at = (ago: number) => now - ago * minutes

export const ana = '0199a1b2-0000-7000-8000-00000000a0a1'
export const amir = '0199a1b2-0000-7000-8000-00000000a0c2'
export const olga = '0199a1b2-0000-7000-8000-00000000a0d7'
export const vera = '0199a1b2-0000-7000-8000-0000000ve4a1'
export const conversation = '0199a1b2-0000-7000-8000-0000000000c1'

type Said = Partial<Omit<Entry, 'seq'>> & { seq: number; notice?: Notice }
export const entry = ({ notice, ...said }: Said): Entry => ({
  conversation,
  clientId: `gallery-${said.seq}`,
  by: notice ? 'desk' : 'visitor',
  author: notice ? null : vera,
  name: 'Vera K.',
  at: now,
  text: '',
  body: notice ? { kind: 'notice', notice } : { kind: 'text' },
  changes: null,
  edited: null,
  ...said,
})

const agent = { by: 'agent', author: ana, name: 'Ana' } as const

const lines = {
  en: {
    yesterday: 'Do you also send to Austria?',
    answer: 'We do! It takes two days and costs nothing from 40 € on.',
    hi: 'Hi, my parcel was due on Tuesday and the tracking page has not moved since.',
    sorry: 'Sorry about that! Let me look. Is it order https://shop.example/orders/20418?',
    yes: 'Yes. 订单号没错，谢谢！',
    note: 'Amir, the depot says the label is damaged. Can you confirm the address?',
    found:
      'Found it: it is at the depot in your town and goes out tomorrow morning.\nI have asked them to call you before noon.',
    more: 'If anything changes I will write to you here, or call +49 341 555 0199.',
  },
  zh: {
    yesterday: '你们也寄到奥地利吗？',
    answer: '可以的！两天送达，满 40 欧元免运费。',
    hi: '您好，我的包裹本来周二就该到了，物流页面一直没有更新。',
    sorry: '非常抱歉！我来查一下，是这个订单吗：https://shop.example/orders/20418？',
    yes: '对的，就是这个，谢谢！',
    note: 'Amir，仓库说面单破损，你能确认一下地址吗？',
    found: '查到了：包裹在您所在城市的仓库，明天上午派送。\n我已请他们在中午前给您打电话。',
    more: '如有变化，我会在这里写信告诉您。',
  },
}

const assigned: Notice = {
  code: 'assigned',
  agent: ana,
  name: 'Ana',
  waited: 18_000,
  why: { how: 'chosen', strategy: 'least-loaded', candidates: 3 },
}

export const talk = (language: Language, audience: 'visitor' | 'desk'): Entry[] => {
  const say = lines[language]
  const entries = [
    entry({ seq: 1, at: at(25 * 60), text: say.yesterday }),
    entry({ seq: 2, at: at(25 * 60 - 2), text: say.answer, ...agent }),
    entry({ seq: 3, at: at(4.5), text: say.hi }),
    entry({ seq: 4, at: at(4), notice: assigned }),
    entry({ seq: 5, at: at(3.4), text: say.sorry, ...agent }),
    entry({
      seq: 6,
      at: at(3),
      text: say.yes,
      body: { kind: 'text', files: sentFiles },
    }),
    entry({ seq: 7, at: at(2.4), text: say.note, body: { kind: 'note' }, ...agent }),
    entry({ seq: 8, at: at(1.2), text: say.found, ...agent }),
    entry({ seq: 9, at: at(0.6), text: say.more, ...agent }),
  ]
  // By the desk's own rule, so that a test of the pages can see it broken.
  return audience === 'desk' ? entries : entries.filter(({ body }) => !isForDesk(body))
}

/** A word without an end, and a sentence without a space. */
export const long = `Pneumono${'ultramicroscopic'.repeat(12)} ${'很长很长的一句话没有空格'.repeat(8)}`

/** Things people do to a page. */
export const hostile: Entry[] = [
  entry({ seq: 1, text: '<script>alert(1)</script><b hx-get="/" hx-trigger="load">bold</b>' }),
  entry({ seq: 2, text: `https://shop.example/${'a-very-long-address-'.repeat(9)}` }),
  entry({ seq: 3, text: `Z${'\u0301'.repeat(300)}algo and ${'W'.repeat(180)}` }),
  entry({ seq: 4, text: 'שלום, החבילה שלי לא הגיעה. الطرد لم يصل بعد.' }),
  entry({
    seq: 5,
    text: 'one\n\n  two, indented\n\nthree',
    ...agent,
    name: 'Ana '.repeat(14).trim(),
  }),
  entry({ seq: 6, text: '👍🏽', ...agent }),
  entry({ seq: 7, text: long }),
]

export const row = (more: Partial<Row>): Row => ({
  id: conversation,
  visitor: vera,
  visitorName: 'Vera K.',
  language: 'en',
  ...{ mergedInto: null, guests: [], splitInto: null, splitFrom: null, stateSeq: 2 },
  sla: null,
  department: 'orders',
  state: 'active',
  agent: ana,
  agentName: 'Ana',
  offeredTo: null,
  openedAt: at(5),
  waitingSince: at(5),
  closedAt: null,
  stars: null,
  ...{
    commented: false,
    offer: 0,
    messageLeft: false,
    neverAnswered: false,
    answersSeq: 0,
    wrapUp: null,
  },
  ...initialAspects,
  preview: 'Yes. 订单号没错，谢谢！',
  previewBy: 'visitor',
  lastAt: at(1),
  unread: 0,
  unansweredSince: null,
  answered: true,
  page: { page: 'open', since: at(5) },
  ...more,
})

const other = (n: number, visitorName: string, preview: string, more: Partial<Row> = {}) =>
  row({ id: `c${n}`, visitor: `visitor-${n}-8f2${n}`, visitorName, preview, ...more })

/** What colleagues call it, one of them at length. */
export const tagged = row({
  tags: ['Damaged in transit, second time this', '退款', 'VIP', 'Depot', 'Austria'],
})

const waiting = { state: 'waiting', agent: null, agentName: '' } as const
export const departments = { orders: 'Orders & delivery', billing: 'Billing', sales: 'Sales' }

export const mine: Row[] = [
  row({}),
  other(2, 'Li Ming', '发票可以开公司抬头吗？', {
    department: 'billing',
    unread: 2,
    unansweredSince: at(2),
    page: { page: 'gone', since: at(1) },
    lastAt: at(2),
  }),
  other(3, 'J. Okafor', 'Here is the photo of the box, as you asked. The corner is torn open.', {
    previewBy: 'agent',
    previewFrom: { id: ana, name: 'Ana' },
    lastAt: at(4),
  }),
]
export const line: Row[] = [
  other(4, '', 'Is the blue one back in stock?', {
    ...waiting,
    department: 'sales',
    waitingSince: at(0.44),
    place: 1,
  }),
  other(5, 'Li Ming', 'I was charged twice', {
    ...waiting,
    department: 'billing',
    waitingSince: at(0.19),
    place: 2,
  }),
]
export const left = other(6, 'Maximiliane von Hohenstein-Sigmaringen', 'Please call me back', {
  ...waiting,
  state: 'left',
  waitingSince: at(9 * 60),
})
export const offered = other(7, 'Tomás Núñez', 'My voucher is not accepted at the till', {
  ...waiting,
  state: 'offered',
  department: 'sales',
  waitingSince: at(0.3),
})
/** Called as somebody in the lists is. */
export const alike: Row = { ...offered, visitorName: 'Li Ming' }
const closed = { state: 'rated', agent: ana, closedAt: at(90) } as const
export const closedRows: Row[] = [
  other(8, 'Hanna B.', 'Thank you, that solved it!', { ...closed, stars: 5, lastAt: at(90) }),
  other(9, 'Kofi', '好的，谢谢', { ...closed, stars: 2, department: 'billing', lastAt: at(1500) }),
  other(10, 'Vito', 'Bye', { ...closed, state: 'closed', lastAt: at(9000) }),
]

export const agentRow = (more: Partial<AgentRow>): AgentRow => ({
  id: ana,
  name: 'Ana',
  status: 'ready',
  present: true,
  mayReply: true,
  load: 3,
  awayFor: '',
  lost: false,
  departments: ['orders', 'billing', 'sales'],
  settings: agentSettings.initial,
  ...more,
})
export const colleagues: Colleague[] = [
  { ...agentRow({ id: amir, name: 'Amir', load: 1 }), why: null },
  { ...agentRow({ id: olga, name: 'Olga', status: 'away' }), why: 'away' },
  { ...agentRow({ id: 'wei', name: 'Wei', load: 5 }), why: 'full' },
]

export const decisions = choicesOf({ ana, amir, olga }, conversation, at(4))

/** The newest first: what the line chose is followed by what a colleague did. */
export const reasons: Reason[] = [
  { at: at(1), notice: { code: 'transferred', from: 'Amir', to: 'Ana' } },
  ...decisions.map((decision) => ({ at: decision.at, decision })),
]

export const asConversation = (from: Row): ConversationRow => from
