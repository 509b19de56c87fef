import { expect, test } from 'bun:test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpOf, insert, schema, stampOf } from '../support/kefu'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const at = Date.UTC(2025, 9, 3, 1)
const MINUTE = 60_000
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const visitor = (visitor_id: string, more: object = {}) => ({
  visitor_id,
  visitor_name: '访客',
  business_id: 1,
  ...more,
})
const chat = (
  cid: number,
  visitor_id: string,
  minutes: number,
  more: Record<string, string | number | null> = {},
) => ({
  ...{
    cid,
    visitor_id,
    service_id: null as number | null,
    business_id: 1,
    content: `number ${cid}`,
    msg_type: 1,
  },
  ...{ direction: 'to_service', state: 'read', ...stampOf(at + minutes * MINUTE), ...more },
})
const toVisitor = { direction: 'to_visitor' }
const image = (url: string, name: string) =>
  JSON.stringify({ type: 'image', url, name, size: 70, mime_type: 'image/png' })
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const statements = [
  ...schema,
  insert('service_groups', [{ id: 1, business_id: 1, group_name: '售后 &amp; 维修' }]),
  insert('services', [
    {
      service_id: 1,
      user_name: 'li',
      nick_name: '李 &quot;小&quot; 红',
      password_hash: 'x',
      business_id: 1,
      group_id: '1',
      email: 'Li@Shop.Test',
      level: 'manager',
      state: 'offline',
      max_concurrent_chats: 999,
    },
    {
      service_id: 2,
      user_name: '王 五',
      nick_name: '',
      password_hash: 'x',
      business_id: 1,
      group_id: '0',
      email: null,
      level: 'service',
      state: 'offline',
      max_concurrent_chats: 0,
    },
    {
      service_id: 3,
      user_name: 'li2',
      nick_name: 'Li',
      password_hash: 'x',
      business_id: 1,
      group_id: '7',
      email: 'li@shop.test',
      level: 'service',
      state: 'offline',
      max_concurrent_chats: null,
    },
  ]),
  insert('visitor_groups', [{ id: 4, group_name: '大客户' }]),
  insert('visitors', [
    visitor('visitor one', {
      visitor_name: 'Ann &amp; Co',
      group_id: 4,
      tags: '老客户, VIP，',
      is_top: 1,
      tel: '13800001111',
      connect: 'ann@shop.test',
      comment: 'line 1\nline 2',
      extends: '{"language":"en-US"}',
      country: '中国',
      province: '上海',
      city: '上海',
      ip: '203.0.113.9',
      is_blacklist: 0,
    }),
    visitor('Case', { visitor_name: 'ä½\u00a0å¥½', extends: 'no json', is_blacklist: 1 }),
    visitor('quiet'),
  ]),
  insert('chats', [
    chat(1, 'visitor one', 0, { content: 'it&#x27;s &lt;b&gt; A &amp; B 😀' }),
    chat(2, 'visitor one', 1, { ...toVisitor, content: '<p>您好！<b>请稍候</b></p>' }),
    chat(3, 'visitor one', 2, { ...toVisitor, service_id: 1, content: 'Hello &amp; welcome' }),
    chat(4, 'visitor one', 3, {
      msg_type: 2,
      content: image('/static/uploads/202510/a.png', '图 1.png'),
    }),
    chat(5, 'visitor one', 4, {
      msg_type: 2,
      content: escaped(image('/static/uploads/202510/gone.png', 'gone.png')),
    }),
    chat(6, 'visitor one', 5, {
      msg_type: 2,
      content: image('/static/../../etc/passwd', 'passwd.txt'),
    }),
    // Half an hour and a second later it is another talk.
    chat(7, 'visitor one', 35.02, { ...toVisitor, service_id: 9, content: 'from somebody gone' }),
    chat(8, ' CASE ', 0, { content: '字'.repeat(4_500) }),
    chat(9, 'Case', 1, { timestamp: null, content: 'by the clock on the wall' }),
    chat(10, 'nobody knows', 0, { created_at: '0000-00-00 00:00:00' }),
    chat(11, 'nobody knows', 1, { timestamp: 0, created_at: '0000-00-00 00:00:00' }),
    chat(12, 'nobody knows', 2, { content: '  ' }),
    chat(13, 'nobody knows', 3, { content: null }),
    chat(14, 'nobody knows', 4, { direction: 'sideways' }),
    chat(15, '', 4),
  ]),
  insert('service_ratings', [
    {
      id: 1,
      visitor_id: 'visitor one',
      service_id: 1,
      business_id: 1,
      rating: 4,
      comment: '不错 &amp; 快',
      tags: '["耐心","专业"]',
      ...created(6),
    },
    {
      id: 2,
      visitor_id: 'visitor one',
      service_id: 1,
      business_id: 1,
      rating: 5,
      comment: '',
      tags: null,
      ...created(7),
    },
    {
      id: 3,
      visitor_id: 'quiet',
      service_id: 1,
      business_id: 1,
      rating: 5,
      comment: '',
      tags: null,
      ...created(7),
    },
    {
      id: 4,
      visitor_id: 'Case',
      service_id: 1,
      business_id: 1,
      rating: 9,
      comment: '',
      tags: null,
      ...created(7),
    },
  ]),
  insert('comments', [
    {
      id: 1,
      service_id: 1,
      visitor_id: 'case',
      word_comment: 'fine',
      ...{ add_time: stampOf(at + 9 * MINUTE).created_at },
    },
  ]),
  insert('comment_details', [
    { id: 1, comment_id: 1, title: '服务态度', score: 3 },
    { id: 2, comment_id: 1, title: '响应速度', score: 4 },
  ]),
  insert('questions', [
    {
      qid: 1,
      business_id: 1,
      question: '运费&amp;税',
      keyword: '运费',
      answer: '<p>A</p><p>B &amp; C</p>',
      answer_text: '',
      status: 1,
    },
    {
      qid: 2,
      business_id: 1,
      question: '空',
      keyword: '',
      answer: '<p> </p>',
      answer_text: null,
      status: 0,
    },
  ]),
  insert('robots', [
    { id: 1, business_id: 1, keyword: '退货', reply: '七天 <br>无理由', status: 0 },
  ]),
]
function created(minutes: number) {
  return { created_at: stampOf(at + minutes * MINUTE).created_at }
}

type Line = Record<string, unknown> & {
  kind: string
  entries: { text: string; by: string; name: string; at: number; body: unknown }[]
}

test('what a kefu system has of oddities is brought in as it was meant', async () => {
  const data = scratchFolder()
  const run = (argv: string[]) => runHere([...argv, '--data', data])
  const uploads = scratchFolder()
  mkdirSync(join(uploads, 'uploads/202510'), { recursive: true })
  writeFileSync(join(uploads, 'uploads/202510/a.png'), png)
  const dump = join(scratchFolder(), 'kefu.sql')
  writeFileSync(dump, dumpOf(statements))
  const first = await run(['import', 'kefu', dump, '--files', uploads, '--json'])
  const { refused, taken } = JSON.parse(first.out)
  expect(first.code).toBe(1)
  expect(refused.map(({ sentence }: { sentence: string }) => sentence).toSorted()).toEqual([
    ...[
      'canned question 2: it says nothing.',
      'chat 11: it has no time.',
      'chat 12: it says nothing.',
    ],
    ...['chat 13: it says nothing.', 'chat 14: it does not say who wrote it.'],
    'chat 15: its visitor is not there.',
    'rating 3: it has no stars from 1 to 5, or its visitor has no chats.',
    'rating 4: it has no stars from 1 to 5, or its visitor has no chats.',
  ])
  expect(taken).toMatchObject({
    person: 3,
    visitor: 4,
    conversation: 4,
    file: 1,
    block: 1,
    canned: 2,
  })
  const file = join(scratchFolder(), 'desk.jsonl')
  expect((await run(['export', file])).code).toBe(0)
  const lines: Line[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const of = (kind: string) => lines.filter((line) => line.kind === kind)
  expect(
    of('person')
      .map(({ email, name, role, settings }) => [
        email,
        name,
        role,
        (settings as { capacity: number }).capacity,
      ])
      .toSorted(),
  ).toEqual([
    ['agent.2@kefu.invalid', '王 五', 'agent', 5],
    ['li2.3@kefu.invalid', 'Li', 'agent', 5],
    ['li@shop.test', '李 "小" 红', 'admin', 50],
  ])
  expect(
    of('department')
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Support', '售后 & 维修'] as never)
  const ann = of('visitor').find(({ email }) => email === 'ann@shop.test')
  expect(ann).toMatchObject({
    ...{
      name: 'Ann & Co',
      language: 'en',
      phone: '13800001111',
      notes: 'line 1\nline 2',
      pinned: true,
    },
    ...{
      tags: ['大客户', '老客户', 'VIP'],
      attributes: { region: { type: 'text', value: '中国 上海 上海' } },
    },
  })
  expect(of('visitor').map(({ name }) => name)).toContain('你好' as never)
  const talks = of('conversation').toSorted(
    (a, b) => Number(a.opened_at) - Number(b.opened_at) || a.entries.length - b.entries.length,
  )
  const shown = talks.map(({ entries }) =>
    entries.map(({ by, name, text, body }) => [
      by,
      name,
      text,
      (body as { notice?: { code: string } }).notice?.code ?? '',
    ]),
  )
  expect(shown).toContainEqual([
    ['visitor', 'Ann & Co', "it's <b> A & B 😀", ''],
    ['bot', '智能助手', '您好！请稍候', ''],
    ['agent', '李 "小" 红', 'Hello & welcome', ''],
    ['visitor', 'Ann & Co', '', ''],
    ['visitor', 'Ann & Co', 'gone.png\n/static/uploads/202510/gone.png', ''],
    ['visitor', 'Ann & Co', 'passwd.txt\n/static/../../etc/passwd', ''],
    ['desk', '', '', 'closed'],
    ['desk', '', '不错 & 快', 'rated'],
    ['desk', '', '', 'rated'],
  ])
  expect(shown).toContainEqual([
    ['agent', 'Agent 9', 'from somebody gone', ''],
    ['desk', '', '', 'closed'],
  ])
  const long = talks.find(({ entries }) => entries[0]?.text.startsWith('字'))
  expect(long?.entries.map(({ text, at: when }) => [[...text].length, when - at])).toEqual([
    ...[
      [4_000, 0],
      [500, 0],
      [24, MINUTE],
      [0, MINUTE],
    ],
    [4, 9 * MINUTE],
  ])
  // A rating in several parts is their mean.
  expect(long?.entries.at(-1)?.body).toMatchObject({ notice: { code: 'rated', stars: 4 } })
  expect(
    of('canned')
      .map(({ code, title, body, folder }) => [code, title, body, folder])
      .toSorted(),
  ).toEqual([
    ['faq-1', '运费&税', 'A\nB & C', 'FAQ'],
    ['robot-1', '退货', '七天\n无理由', 'Robot (off)'],
  ] as never)
  expect(of('block')).toHaveLength(1)
  const piece = lines.find(({ kind }) => kind === 'piece')
  expect(piece?.data).toBe(png.toString('base64') as never)
  const again = JSON.parse((await run(['import', 'kefu', dump, '--files', uploads, '--json'])).out)
  expect([again.taken, again.refused.length]).toEqual([{}, refused.length])
  const otherwise = await run(['import', 'kefu', dump, '--gap', '10m'])
  expect([otherwise.code, otherwise.err]).toEqual([
    2,
    '--gap was 30m the first time, and stays so: else chats would come twice',
  ])
}, 60_000)
