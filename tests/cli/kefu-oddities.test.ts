import { expect, test } from 'bun:test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpOf } from '../support/kefu'
import { at, MINUTE, oddStatements, png } from '../support/kefu-oddities'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

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
  writeFileSync(dump, dumpOf(oddStatements))
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
