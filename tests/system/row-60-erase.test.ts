import { describe, expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import { askErasure } from '../../src/commands/privacy/erase'
import { openEraser } from '../../src/commands/privacy/eraser'
import { replay } from '../../src/system/replay'
import { sealSome } from '../../src/system/sealer'
import { verifyChain } from '../../src/system/sealer/verify'
import { openTestDesk, type TestDesk } from '../support/desk'
import { indexAll } from '../support/indexed'
import { needles, openWithVera, said, vera } from './duties/somebody'

/** Which of these stand in any file under a folder, as they are written and as addresses have them. */
const foundIn = (folder: string, words: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      return words
        .filter((word) => bytes.includes(word) || bytes.includes(encodeURIComponent(word)))
        .map((word) => `${name}: ${word}`)
    })

const erase = async ({ desk }: TestDesk, by: { id: string; name: string }, ref: string) => {
  const asked = await askErasure(desk, by, { visitor: ref, confirmation: ref })
  if (isProblem(asked)) throw new Error(asked.reason)
  const eraser = openEraser({ node: 'node', desk })
  await eraser.round()
  return desk.store.erasures.find(asked.id)
}

const equalAll = async ({ desk }: TestDesk) => {
  const { turns } = desk.store
  for (const address of await turns.addresses('', 500)) {
    const { equal } = await replay(turns, address)
    expect([address, equal]).toEqual([address, true])
  }
}

describe('on a desk with files', () => {
  test('nothing of them is found in the whole data folder', async () => {
    const desk = await openTestDesk()
    const { ana, now, talk, other } = await openWithVera(desk)
    const { store } = desk.desk
    while ((await sealSome(store.audit)) > 0);
    const { dataDir } = desk.config
    // They are there before: whoever looks in a wrong place finds nothing either.
    const before = foundIn(dataDir, needles).map((found) => found.replace(/^[^:]*: /, ''))
    expect(new Set(before)).toEqual(new Set(needles))

    const done = await erase(desk, ana, vera.email)
    expect(done?.step).toBe('done')
    expect(done?.plan.names).toEqual([])
    expect(done?.counts).toMatchObject({ visitors: 2, conversations: 2, files: 1, mails: 1 })
    await indexAll(store)
    while ((await sealSome(store.audit)) > 0);
    expect(foundIn(dataDir, needles)).toEqual([])

    // What a colleague said stays, where it quotes nobody.
    const lines = await store.remains.linesOf(talk, 0, 100)
    expect(lines.map(({ text }) => text)).toContain('A colleague will look at it tomorrow')
    expect(lines.map(({ text }) => text)).toContain('Hello […], you wrote: “[…]”')
    const hugo = await store.remains.linesOf(other.conversation, 0, 100)
    expect(hugo.map(({ text }) => text)).toContain('I have an ordinary question about kettles')
    expect(await store.visitors.find(now.visitor)).toBeUndefined()
    const audit = await verifyChain({ audit: store.audit })
    expect(audit.fault).toBeNull()
    await equalAll(desk)
    await desk.close()
    expect(foundIn(dataDir, needles)).toEqual([])
  }, 60_000)
})
