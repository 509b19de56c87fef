import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Erasure, emptyPlan } from '../../actors/erasing/erasure'
import { isProblem } from '../../actors/problem'
import { askErasure } from '../../src/commands/privacy/erase'
import { openEraser } from '../../src/commands/privacy/eraser'
import { runErasure } from '../../src/commands/privacy/erasing/run'
import { holdLegally, releaseHold } from '../../src/commands/privacy/holds'
import { replay } from '../../src/system/replay'
import { sealSome } from '../../src/system/sealer'
import { verifyChain } from '../../src/system/sealer/verify'
import { migratedOn } from '../store/migrated'
import { hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { indexAll } from '../support/indexed'
import { sharedMariadb } from '../support/mariadb'
import { needProgram, spawnProgram } from '../support/programs'
import { needles, openWithVera, vera } from './duties/somebody'

/** Which words stand in some bytes, as they are written and as addresses have them. */
const wordsIn = (bytes: Buffer, words: readonly string[]): string[] =>
  words.filter((word) => bytes.includes(word) || bytes.includes(encodeURIComponent(word)))

/** Those in any file under a folder. */
const foundIn = (folder: string): string[] => [
  ...new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .flatMap(({ parentPath, name }) => wordsIn(readFileSync(join(parentPath, name)), needles)),
  ),
]

/** Those in all that a server would give back, files among it. */
const foundInDump = async (url: string): Promise<string[]> => {
  const { port, pathname } = new URL(url)
  const dump = spawnProgram(needProgram('mariadb-dump', 'mysqldump'), [
    ...['--no-defaults', '--user=root', '--host=127.0.0.1', `--port=${port}`],
    ...['--skip-extended-insert', pathname.slice(1)],
  ])
  expect(await dump.exited).toBe(0)
  return wordsIn(Buffer.from(dump.output()), needles)
}

const asked = async ({ desk }: TestDesk, by: { id: string; name: string }, ref: string) => {
  const erasure = await askErasure(desk, by, { visitor: ref, confirmation: ref })
  if (isProblem(erasure)) throw new Error(erasure.reason)
  return erasure
}

const sealAll = async ({ desk }: TestDesk) => {
  while ((await sealSome(desk.store.audit)) > 0);
}

/** Every journal leads to what is stored, and every act is as it was sealed. */
const proveWhole = async (desk: TestDesk) => {
  const { turns, audit } = desk.desk.store
  for (const address of await turns.addresses('', 500)) {
    const { equal } = await replay(turns, address)
    expect([address, equal]).toEqual([address, true])
  }
  await sealAll(desk)
  expect((await verifyChain({ audit })).fault).toBeNull()
}

/** What is left of what others said. */
const proveKept = async (
  { desk }: TestDesk,
  { talk, other, now }: Awaited<ReturnType<typeof openWithVera>>,
) => {
  const texts = async (id: string) =>
    (await desk.store.remains.linesOf(id, 0, 100)).map(({ text }) => text)
  expect(await texts(talk)).toContain('A colleague will look at it tomorrow')
  expect(await texts(talk)).toContain('Hello […], you wrote: “[…]”')
  expect(await texts(other.conversation)).toContain('I have an ordinary question about kettles')
  expect(await texts(other.conversation)).toContain('As […] said: […]')
  expect(await desk.store.visitors.find(now.visitor)).toBeUndefined()
  const row = await desk.store.conversations.find(talk)
  expect(row).toMatchObject({ state: 'rated', stars: 2, agentName: 'Ana' })
  expect(row?.visitorName).toMatch(/^Visitor [0-9A-F]{4}$/)
}

test('nothing of them is found in the whole data folder', async () => {
  const desk = await openTestDesk()
  const shop = await openWithVera(desk)
  const { dataDir } = desk.config
  await sealAll(desk)
  // They are there before: whoever looks in a wrong place finds nothing either.
  expect(new Set(foundIn(dataDir))).toEqual(new Set(needles))
  const { id } = await asked(desk, shop.ana, vera.email)
  await openEraser({ node: 'node', desk: desk.desk }).round()
  const done = await desk.desk.store.erasures.find(id)
  expect(done).toMatchObject({ step: 'done', plan: emptyPlan, problem: '', byName: 'Ana' })
  expect(done?.counts).toMatchObject({ visitors: 2, conversations: 3, files: 1, mails: 1 })
  await indexAll(desk.desk.store)
  await proveKept(desk, shop)
  await proveWhole(desk)
  expect(foundIn(dataDir)).toEqual([])
  await desk.close()
  expect(foundIn(dataDir)).toEqual([])
}, 60_000)

test('nor in what a server gives back', async () => {
  const url = await migratedOn(await sharedMariadb())
  const desk = await openTestDesk({ env: { DATABASE_URL: url } })
  const shop = await openWithVera(desk)
  expect(new Set(await foundInDump(url))).toEqual(new Set(needles))
  // By their id: whom it was about is the same.
  await asked(desk, shop.ana, shop.now.visitor)
  await openEraser({ node: 'node', desk: desk.desk }).round()
  await indexAll(desk.desk.store)
  await proveKept(desk, shop)
  await proveWhole(desk)
  expect(await foundInDump(url)).toEqual([])
  await desk.close()
}, 120_000)

test('every step may be taken twice, and another node goes on with it', async () => {
  const desk = await openTestDesk()
  const { store } = desk.desk
  const shop = await openWithVera(desk)
  let erasure: Erasure = await asked(desk, shop.ana, vera.email)
  for (let steps = 0; erasure.step !== 'done'; steps += 1) {
    expect(steps).toBeLessThan(20)
    const onlyOne = () => {
      let left = 1
      return async () => left-- > 0
    }
    // The node dies after it did the step, and before that was kept.
    await runErasure(desk.desk, erasure, onlyOne())
    await store.erasures.save(erasure)
    const next = await store.erasures.next()
    if (!next) throw new Error('It is not there any more')
    erasure = await runErasure(desk.desk, next, onlyOne())
  }
  await indexAll(store)
  await proveKept(desk, shop)
  await proveWhole(desk)
  expect(foundIn(desk.config.dataDir)).toEqual([])
  await desk.close()
}, 60_000)

test('one that cannot be erased yet keeps nobody else waiting', async () => {
  const before = await openTestDesk()
  const [first, second] = [await visit(before, 'First'), await visit(before, 'Second')]
  const ana = await hire(before, 'Ana', 5, 'admin')
  await before.desk.system.rest()
  await before.close()
  const { dataDir } = before.config
  const file = new Database(join(dataDir, 'bellhop.db'))
  const stuck = `conversation:${first.conversation}`
  file.run("update actors set snapshot = 'nothing' where address = ?", [stuck])
  file.close()
  const desk = await openTestDesk({ env: { DATA_DIR: dataDir } })
  const { erasures } = desk.desk.store
  const [waits, goes] = [
    await asked(desk, ana, first.person.id),
    await asked(desk, ana, second.person.id),
  ]
  await openEraser({ node: 'node', desk: desk.desk })
    .round()
    .catch(() => {})
  expect((await erasures.find(waits.id))?.problem).toContain('is set aside')
  expect(await erasures.find(goes.id)).toMatchObject({ step: 'done', problem: '' })
  await desk.close()
}, 30_000)

describe('who is asked about', () => {
  test('is held, is nobody, or is not what was typed', async () => {
    const desk = await openTestDesk()
    const own = desk.desk
    const { ana, talk } = await openWithVera(desk)
    const ask = (visitor: string, confirmation = visitor) =>
      askErasure(own, ana, { visitor, confirmation })
    expect(await ask(vera.email, 'vera')).toMatchObject({ reason: 'confirmOther' })
    expect(await ask('nobody@mail.example')).toMatchObject({ reason: 'someoneUnknown' })
    const held = await holdLegally(own, ana, { held: talk, reason: 'Case 12 C 345' })
    expect(held).toBe(`conversation:${talk}`)
    expect(await ask(vera.email)).toMatchObject({ code: 'conflict', reason: 'legallyHeld' })
    expect(await own.store.erasures.newest(1)).toEqual([])
    await releaseHold(own, ana, { object: `conversation:${talk}`, reason: 'Case 12 C 345' })
    expect(await ask(vera.email)).toMatchObject({ step: 'stop' })
    const acts = (await own.store.audit.newest(4)).map(({ act }) => act)
    expect(acts.slice(0, 3)).toEqual(['erased', 'released', 'held'])
    // Who it is about stands in none of it.
    expect(JSON.stringify((await own.store.audit.newest(3)).slice(0, 1))).not.toContain('vera')
    await desk.close()
  }, 30_000)
})
