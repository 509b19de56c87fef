import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { openChat, openRow, rowOf, until, untilLive } from './people'
import { scene, TIME } from './scene'

/** Where the agent's page says that a visitor's page is: on the row, and in words. */
const pageOf = (bench: Page, name: string) => rowOf(bench, name).getAttribute('data-page')
const inRoom = (bench: Page) => bench.locator('#visitor-page').innerText()
/** In words that a list shows without a press. */
const onRow = (bench: Page, name: string) => rowOf(bench, name).innerText()

test.concurrent(
  'who closes the page while in line is gone for the agents, live, with since when, and is there again when back',
  scene(async (desk, cast) => {
    await desk.hire(ana, { capacity: 1 })
    const bench = await cast.agent(ana, 'ready')
    await cast.visitor({ name: 'Vito', text: 'I am first' })
    await until('Ana to have him', () => rowOf(bench, 'Vito').getAttribute('data-state'), 'active')
    const { page, close } = await openChat(desk.url, { name: 'Vera', text: 'I wait' })
    await untilLive(page)
    await bench.goto(`${desk.url}/workbench?view=line`)
    await until('her row', () => pageOf(bench, 'Vera'), 'open')
    // As people do it: a tab is closed, and the browser with it.
    const cookies = await page.context().cookies()
    await page.close()
    await until('her to be gone', () => pageOf(bench, 'Vera'), 'gone')
    expect(await onRow(bench, 'Vera')).toMatch(/Left the page · \d\d:\d\d/)
    // She waits on all the same, and in her room it says so too.
    expect(await rowOf(bench, 'Vera').getAttribute('data-state')).toBe('waiting')
    await openRow(bench, 'Vera')
    await until('her room to say so', async () => /Left the page/.test(await inRoom(bench)), true)
    await close()
    const back = cast.keep(await openChat(desk.url, { text: 'I am first, too' }))
    await back.context().addCookies(cookies)
    await back.goto(`${desk.url}/chat`)
    await untilLive(back)
    await until('her to be back', () => pageOf(bench, 'Vera'), 'open')
    await until('her room to say so', async () => /Left the page/.test(await inRoom(bench)), false)
  }),
  TIME,
)

test.concurrent(
  'whose page is hidden while in line is told to be there and not looking',
  scene(async (desk, cast) => {
    await desk.hire(ana, { capacity: 1 })
    const bench = await cast.agent(ana, 'ready')
    await cast.visitor({ name: 'Vito', text: 'I am first' })
    await until('Ana to have him', () => rowOf(bench, 'Vito').getAttribute('data-state'), 'active')
    const vera = await cast.visitor({ name: 'Vera', text: 'I wait' })
    await untilLive(vera)
    await bench.goto(`${desk.url}/workbench?view=line`)
    await until('her row', () => pageOf(bench, 'Vera'), 'open')
    const turn = (hidden: boolean) =>
      vera.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, hidden)
    await turn(true)
    await until('her to look elsewhere', () => pageOf(bench, 'Vera'), 'hidden')
    await turn(false)
    await until('her to look again', () => pageOf(bench, 'Vera'), 'open')
  }),
  TIME,
)
