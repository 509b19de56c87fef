import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { say } from '../../src/commands/conversations/say'
import { putLines } from '../support/lines'
import { waitFor } from '../support/programs'
import { ana, type TestDesk } from './desk'
import { openRow, until } from './people'
import { scene, TIME } from './scene'

const LINES = 180

/** Fills the one open conversation up to its last line, both sides in turn. */
const talkLong = async ({ desk }: TestDesk, agent: string, lines: number) => {
  const [row] = await waitFor('the talk', async () => {
    const held = await desk.store.conversations.held(agent)
    return held.length > 0 && held
  })
  if (!row) throw new Error('nobody is talked to')
  const sides = [
    { by: 'visitor', author: row.visitor, name: 'Vera' },
    { by: 'agent', author: agent, name: 'Ana' },
  ] as const
  const length = lines - row.lastSeq - 1
  const all = Array.from({ length }, (_, n) => ({ ...sides[n % 2], text: `Line ${n}` }))
  await putLines({ desk }, row.id, all)
  // By its own turn the desk knows what was put in past it.
  const form = { text: 'The last line', client_id: 'the-last-line' }
  const visitor = { kind: 'visitor', id: row.visitor } as const
  expect(await say(desk, visitor, row.id, form, { address: '127.0.0.1' })).toMatchObject({
    entry: { seq: lines },
  })
}

const seqs = (page: Page) =>
  page.$$eval('#transcript > [data-seq]', (all) => all.map((each) => Number(each.dataset.seq)))

/** Scrolls as far up as the page goes, and says where the line that stands there is. */
const scrollUp = (page: Page) =>
  page.evaluate(() => {
    const scroll = document.getElementById('scroll')
    scroll?.scrollTo(0, -scroll.scrollHeight)
    const line = document.querySelector('#transcript > [data-seq]')
    return { id: line?.id ?? '', top: line?.querySelector('.body')?.getBoundingClientRect().top }
  })

const topOf = (page: Page, id: string) =>
  page.$eval(`#${id} .body`, (body) => body.getBoundingClientRect().top)

/** Reads up to the first line; nothing may move on the way. Answers how often more was fetched. */
const readUp = async (page: Page): Promise<number> => {
  for (let times = 0; times < LINES; times++) {
    const shown = (await seqs(page)).length
    const at = await scrollUp(page)
    if ((await page.locator('#scroll .earlier a').count()) === 0) return times
    await until('more lines', async () => (await seqs(page)).length > shown, true)
    expect(Math.abs((await topOf(page, at.id)) - (at.top ?? 0))).toBeLessThanOrEqual(2)
  }
  throw new Error('there is always more')
}

test.concurrent(
  'a long talk is read up to its first line in place, by agent and visitor',
  scene(async (desk, cast) => {
    const id = await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Line 1' })
    await talkLong(desk, id, LINES)
    await vera.reload()
    await openRow(agent, 'Vera')
    const all = Array.from({ length: LINES }, (_, n) => n + 1)
    for (const page of [agent, vera]) {
      const address = page.url()
      await readUp(page)
      expect(await seqs(page)).toEqual(all)
      expect(page.url()).toBe(address)
    }
    expect(await agent.locator('#transcript .day:visible').count()).toBe(1)
  }),
  TIME,
)

test.concurrent(
  'without JavaScript the link leads to the line that stood at the top',
  scene(async (desk, cast) => {
    const id = await desk.hire(ana)
    await cast.agent(ana, 'ready')
    const plain = { javaScriptEnabled: false, viewport: { width: 375, height: 740 } }
    const vera = await cast.visitor({ name: 'Vera', text: 'Line 1' }, plain)
    await talkLong(desk, id, LINES)
    await vera.reload()
    const pages: number[][] = []
    for (let page = await seqs(vera); page[0] !== 1 && pages.length < 20; page = await seqs(vera)) {
      pages.push(page)
      await vera.locator('#scroll .earlier a').first().click()
      await vera.waitForURL(/before=\d+/)
      const place = vera.locator(':target')
      expect(await place.getAttribute('data-seq')).toBe(`${page[0]}`)
      const box = await place.boundingBox()
      expect(box?.y).toBeWithin(0, 740 - (box?.height ?? 0))
    }
    expect((await seqs(vera))[0]).toBe(1)
    expect(pages.length).toBeLessThan(5)
    await vera.locator('#scroll .earlier a').last().click()
    expect((await seqs(vera)).at(-1)).toBe(LINES)
  }),
  TIME,
)
