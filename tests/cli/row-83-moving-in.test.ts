import { expect, test } from 'bun:test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDemo } from '../../src/cli/demo'
import { readConfig } from '../../src/config'
import { BEGAN, dumpOf, kefuStatements, type Sizes, talksOf } from '../support/kefu'
import { scratchFolder } from '../support/programs'
import { quietTerminal, runHere } from './terminal'

const SIZES: Sizes = { agents: 5, visitors: 60, chats: 1_500 }

export const dumpFile = (text: string): string => {
  const file = join(scratchFolder(), 'kefu.sql')
  writeFileSync(file, text)
  return file
}
const openAt = () => {
  const data = scratchFolder()
  return (argv: string[]) => runHere([...argv, '--data', data])
}
const linesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a kefu system is brought in whole, and twice adds nothing', async () => {
  const run = openAt()
  const dump = dumpFile(dumpOf(kefuStatements(SIZES)))
  const first = await run(['import', 'kefu', dump, '--json'])
  expect([first.code, first.err]).toEqual([0, ''])
  const { taken, refused, notes } = JSON.parse(first.out)
  expect(refused).toEqual([])
  expect(taken).toEqual({
    ...{ setting: 1, department: 4, person: 5, canned: 2, visitor: 60 },
    conversation: talksOf(SIZES),
  })
  expect(notes[0]).toContain('1,500 chats are')
  const again = await run(['import', 'kefu', dump, '--json'])
  expect(JSON.parse(again.out)).toMatchObject({ taken: {}, refused: [] })
  const replayed = await run(['replay', '--all'])
  expect([replayed.code, replayed.err]).toMatchObject([0, expect.stringContaining('0 different')])
  const file = join(scratchFolder(), 'desk.jsonl')
  expect(await run(['export', file])).toMatchObject({ code: 0, err: '' })
  const lines = linesIn(file)
  const said = lines
    .flatMap(({ entries = [] }) => entries)
    .filter(({ body }) => body.kind === 'text')
  expect(said).toHaveLength(SIZES.chats)
  expect(said.map(({ text }) => text)).toContain("it's A & B 2")
  expect(Math.min(...said.map(({ at }) => at))).toBe(BEGAN)
}, 60_000)

test('what a desk writes another one takes, and writes it the same', async () => {
  const [one, other] = [openAt(), openAt()]
  await one(['import', 'kefu', dumpFile(dumpOf(kefuStatements(SIZES)))])
  const [first, second] = [join(scratchFolder(), 'one.jsonl'), join(scratchFolder(), 'two.jsonl')]
  await one(['export', first])
  const taken = await other(['import', first, '--json'])
  expect([taken.code, taken.err]).toEqual([0, ''])
  await other(['export', second])
  expect(linesIn(second)).toEqual(linesIn(first))
}, 60_000)

/** A day at a desk: files, cards, edits, notes, mentions, macros; some of it goes on. */
const demoAt = async () => {
  const data = scratchFolder()
  await makeDemo(quietTerminal(), readConfig({ DATA_DIR: data, LOG_LEVEL: 'error' }))
  return { data, run: (argv: string[]) => runHere([...argv, '--data', data]) }
}

test('a desk with all that happens in a day goes out and in the same, its files too', async () => {
  const [demo, other] = [await demoAt(), openAt()]
  const [first, second] = [
    join(scratchFolder(), 'one.jsonl.gz'),
    join(scratchFolder(), 'two.jsonl'),
  ]
  for (const argv of [
    ['tag', 'set', 'Lamp', '--color', 'green'],
    ['role', 'set', 'Night', '--like', 'agent'],
    [
      'agent',
      'create',
      '--email',
      'nina@desk.test',
      '--name',
      'Nina',
      '--department',
      'Old',
      'Billing',
    ],
    ['agent', 'set', '--email', 'nina@desk.test', '--role', 'Night', '--department', 'Billing'],
    ['agent', 'disable', '--email', 'nina@desk.test'],
    ['department', 'remove', 'Old'],
    ['department', 'set', 'Billing', '--overflow-to', 'Orders & delivery', '--default'],
  ])
    expect([argv, (await demo.run(argv)).code]).toEqual([argv, 0])
  const out = await demo.run(['export', first, '--json'])
  expect([out.code, JSON.parse(out.out).missing]).toEqual([0, []])
  const dry = JSON.parse((await demo.run(['import', first, '--dry-run', '--json'])).out)
  expect([dry.dry, dry.taken, dry.refused]).toEqual([true, {}, []])
  // Into the desk that it came from nothing is new.
  expect(JSON.parse((await demo.run(['import', first, '--json'])).out).taken).toEqual({})
  const taken = JSON.parse((await other(['import', first, '--json'])).out)
  expect(taken.refused).toEqual([])
  await other(['export', second])
  const plain = new TextDecoder().decode(Bun.gunzipSync(new Uint8Array(readFileSync(first))))
  const before = plain
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(linesIn(second)).toEqual(before)
  const kinds = new Set(before.map(({ kind }) => kind))
  for (const kind of [
    'setting',
    'overflow',
    'role',
    'person',
    'tag',
    'canned',
    'macro',
    'file',
    'piece',
  ])
    expect([kind, kinds.has(kind)]).toEqual([kind, true])
  expect((await other(['replay', '--all'])).err).toContain('0 different')
}, 90_000)
