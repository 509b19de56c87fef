import { expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineSchema } from '../../actors/moving/line'
import { isProblem } from '../../actors/problem'
import type { Numbered } from '../../src/commands/moving/moved'
import { openMover } from '../../src/commands/moving/mover'
import { askErasure } from '../../src/commands/privacy/erase'
import { openEraser } from '../../src/commands/privacy/eraser'
import { cameFrom } from '../../src/reads/moving/few'
import { conversationLines, visitorLines } from '../../src/reads/moving/many'
import { hire, openTestDesk, type TestDesk } from '../support/desk'
import { scratchFolder } from '../support/programs'

const at = Date.UTC(2025, 0, 6)
const source = 'shop'
/** What the system before called somebody: their own address there, as many do. */
const wera = 'wera.petrosyan@mail.example'
const shown = 'Wera Petrosyan'

const numbered = (lines: readonly object[]): Numbered[] =>
  lines.map((line, nth) => ({ nth: nth + 1, line: lineSchema.parse(line) }))

const said = (text: string, more: object = {}) => ({
  ...{ seq: 1, client_id: 'm1', by: 'visitor', author: wera, name: shown, at: at + 1, text },
  ...more,
})
const talk = (id: string, entry: object) => ({
  ...{ kind: 'conversation', source, source_id: id, visitor: wera, visitor_name: shown },
  ...{ department: '1', opened_at: at, closed_at: at + 1000, entries: [entry] },
})
const file = { id: `of ${wera}`, name: 'kettle.txt', type: 'text/plain', bytes: 6 }
const fileLine = {
  ...{ kind: 'file', source, source_id: file.id, conversation: `chat of ${wera}` },
  ...{ client_id: 'm1', name: file.name, type: file.type, at: at + 1, bytes: 6 },
}
const before = [
  { kind: 'department', source, source_id: '1', name: 'Sales' },
  { kind: 'visitor', source, source_id: wera, name: shown, email: wera },
  talk(`chat of ${wera}`, said('A zirconium kettle', { body: { kind: 'text', files: [file] } })),
]

/** Brings it in, with the bytes of the file. */
const bringIn = async ({ desk }: TestDesk, lines: readonly object[]) => {
  const path = join(scratchFolder(), 'bytes')
  await Bun.write(path, 'kettle')
  const mover = openMover(desk.store, desk, { now: desk.clock.now })
  return mover.take(numbered(lines).map((one) => ({ ...one, path })))
}

const eraseHer = async (test: TestDesk) => {
  const ana = await hire(test, 'Ana', 5, 'admin')
  const erasure = await askErasure(test.desk, ana, { visitor: wera, confirmation: wera })
  if (isProblem(erasure)) throw new Error(erasure.reason)
  await openEraser({ node: 'node', desk: test.desk }).round()
  expect(await test.desk.store.erasures.find(erasure.id)).toMatchObject({ step: 'done' })
}

const isIn = (folder: string, words: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(words))

/** Every name of a file, and every text that a line has. */
const leftIn = async ({ desk }: TestDesk) => {
  const lines = await desk.store.remains.lines(null, 100)
  return lines.map(({ name, text, body }) => JSON.stringify([name, text, body])).join('\n')
}

test('who was erased is called nothing any more, and the same file brings nothing of them back', async () => {
  const desk = await openTestDesk()
  const all = [...before, fileLine]
  expect((await bringIn(desk, all)).taken).toMatchObject({ visitor: 1, conversation: 1, file: 1 })
  const [visitor] = await desk.desk.store.visitors.byEmails([wera])
  expect(isIn(desk.config.dataDir, wera)).toBe(true)
  await eraseHer(desk)
  expect(isIn(desk.config.dataDir, wera)).toBe(false)
  // Nor is it handed on to another desk.
  expect(await cameFrom(desk.desk.store, 'visitor', [visitor?.id ?? ''])).toEqual(new Map())

  const again = await bringIn(desk, all)
  expect(again.taken).toEqual({})
  expect(again.known).toMatchObject({ visitor: 1, conversation: 1, file: 1 })
  // What they said there since is of nobody whom the desk may know.
  const since = await bringIn(desk, [talk('a later chat', said('It whistles again'))])
  expect(since.refused).toMatchObject([{ why: 'visitorErased', sourceId: 'a later chat' }])
  const dry = openMover(desk.desk.store, null, { now: desk.desk.clock.now })
  const looked = await dry.take(numbered([talk('a later chat', said('It whistles again'))]))
  expect(looked.refused).toMatchObject([{ why: 'visitorErased' }])
  const left = await leftIn(desk)
  for (const words of [shown, 'zirconium', 'whistles', 'kettle.txt'])
    expect(left).not.toContain(words)
  expect(await desk.desk.store.visitors.there([visitor?.id ?? ''])).toEqual([])
  expect(isIn(desk.config.dataDir, wera)).toBe(false)
  await desk.close()
}, 60_000)

test('nor does what the desk wrote of itself before', async () => {
  const desk = await openTestDesk()
  const { store, files } = desk.desk
  await bringIn(desk, [...before, fileLine])
  const own = [
    ...(await Array.fromAsync(visitorLines(store))),
    ...(await Array.fromAsync(conversationLines(store))),
  ].map(({ origin: _, ...line }) => line)
  const id = own.find(({ kind }) => kind === 'file')?.source_id ?? ''
  expect(await files.read(id, 0, 6)).toBeDefined()
  await eraseHer(desk)
  expect(await files.read(id, 0, 6)).toBeUndefined()
  const again = await bringIn(desk, own)
  expect(again.taken).toEqual({})
  expect(again.refused).toMatchObject([{ kind: 'file', why: 'entryMissing' }])
  expect(await files.read(id, 0, 6)).toBeUndefined()
  await desk.close()
}, 60_000)
