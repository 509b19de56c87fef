import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { waitFor } from '../support/programs'
import { apart, type CutTalk, cutScene, linesOn } from './cut-scene'
import { endChat, said, standing, stateOf, until, untilLive, untilState, write } from './people'

const TIME = 60_000
const composer = (page: Page) => page.locator('#composer textarea')
const pending = (page: Page) => page.locator('#transcript > [data-pending]').count()

/** Both pages show what the database holds: each line once, in order. */
const untilWhole = async ({ vera, agent, stored }: CutTalk, lines: number) => {
  await until('all of it in the database', () => stored().length, lines, 15_000)
  for (const page of [vera, agent]) await until('all of it', () => linesOn(page), stored(), 15_000)
}

test.concurrent(
  'five cuts under two who write: each line once, in order, and the page says how it stands',
  cutScene(async (talk, crash) => {
    const { vera, agent, veras, anas, stored } = talk
    const both = [vera, agent]
    let lines = 1
    /** Both send a line and begin another, which they send when the network is back. */
    const writeOn = async (what: string) => {
      for (const page of both) {
        await write(page, `${what} during`)
        await composer(page).fill(`${what} after`)
      }
    }
    const goOn = async (what: string) => {
      for (const page of both) await untilLive(page, 15_000)
      lines += 2
      await untilWhole(talk, lines)
      for (const page of both) {
        expect(await composer(page).inputValue()).toBe(`${what} after`)
        await composer(page).press('Enter')
      }
      lines += 2
      await untilWhole(talk, lines)
    }

    // Her line arrives, the answer that says so does not: she sends it again.
    veras.mute()
    await writeOn('Vera')
    await until('her line to arrive', () => stored().length, 3)
    veras.cut()
    await untilState(vera, 'reconnecting')
    expect([await pending(vera), await pending(agent)]).toEqual([1, 0])
    veras.heal()
    await goOn('Vera')

    anas.cut()
    await untilState(agent, 'reconnecting')
    await untilState(vera, 'live')
    await writeOn('Ana')
    anas.heal()
    await goOn('Ana')

    for (const page of both) await page.context().setOffline(true)
    for (const page of both) await untilState(page, 'offline')
    await endChat(vera)
    const problem = () => vera.locator('.ask .form-problem').innerText()
    await until('it to say why not', async () => (await problem()).includes('be reached'), true)
    await writeOn('offline')
    for (const page of both) await page.context().setOffline(false)
    await goOn('offline')

    veras.hole()
    anas.hole()
    await writeOn('hole')
    veras.heal()
    anas.heal()
    await goOn('hole')

    await crash(async () => {
      for (const page of both) await untilState(page, 'reconnecting')
      await writeOn('crash')
    })
    await goOn('crash')
    const texts = stored().map(([, text]) => text)
    expect(texts).toHaveLength(21)
    expect(new Set(texts).size).toBe(11)
  }, apart),
  TIME,
)

test.concurrent(
  'what the other said before an own line is not passed over',
  cutScene(async (talk) => {
    const { vera, agent, veras } = talk
    let refused = 0
    await vera.route('**/chat/feed*', (route) => {
      refused++
      return route.abort()
    })
    veras.cut()
    veras.heal()
    await untilState(vera, 'reconnecting')
    await write(agent, 'I look')
    await until('it to be sent', () => pending(agent), 0)
    await write(vera, 'Thanks')
    await until('it to be sent', () => pending(vera), 0)
    expect(await said(vera)).toEqual(['Hello?', 'Thanks'])
    const before = refused
    await until('the page to ask again', () => refused > before, true, 15_000)
    await vera.unroute('**/chat/feed*')
    await untilLive(vera, 15_000)
    await untilWhole(talk, 3)
  }),
  TIME,
)

test.concurrent(
  'connections that have died without a word are noticed and made anew',
  cutScene(async (talk) => {
    const { vera, agent, veras, anas } = talk
    for (const page of [vera, agent]) {
      await page.clock.install()
      await page.reload()
      await untilLive(page)
    }
    veras.hole()
    anas.hole()
    await write(vera, 'Still there?')
    await write(agent, 'I look')
    veras.heal({ forget: true })
    anas.heal({ forget: true })
    for (const page of [vera, agent]) {
      expect(await stateOf(page)).toBe('live')
      // It is noticed though the machine's clock is set back meanwhile.
      await page.clock.setSystemTime(Date.now() - 3_600_000)
      await page.clock.fastForward(41_000)
    }
    // The browser may try other connections of its own that are as dead, and has to give them up.
    await waitFor(
      'both lines to be sent',
      async () => {
        for (const page of [vera, agent]) await page.clock.fastForward(21_000)
        await Bun.sleep(300)
        return (await pending(vera)) + (await pending(agent)) === 0
      },
      15_000,
    )
    for (const page of [vera, agent]) await untilLive(page)
    await untilWhole(talk, 3)
  }),
  TIME,
)

test.concurrent(
  'a star that did not arrive goes out again, and the page says so',
  cutScene(async ({ vera, agent, veras }) => {
    await write(agent, 'Good morning')
    await until('the answer', async () => (await said(vera)).at(-1), 'Good morning')
    await endChat(agent)
    await until('the end to show', () => standing(vera), 'ended')
    await vera.waitForSelector('.rating label')
    const lit = () => vera.locator('.rating input:checked').count()
    veras.cut()
    await vera.locator('.rating label').nth(3).click()
    await vera.waitForSelector('.ended .form-problem:not(:empty)')
    expect(await lit()).toBe(0)
    veras.heal()
    await untilLive(vera)
    await vera.locator('.rating label').nth(3).click()
    await vera.waitForSelector('#stars-4')
    veras.cut()
    await vera.locator('.rating label').nth(1).click()
    await vera.waitForSelector('.ended .form-problem:not(:empty)')
    expect(await vera.locator('.rating input:checked').inputValue()).toBe('4')
  }),
  TIME,
)

test.concurrent(
  'a star that is pressed before what sends it could be brought goes out, and can be pressed again',
  cutScene(async ({ vera, agent }) => {
    await write(agent, 'Good morning')
    await until('the answer', async () => (await said(vera)).at(-1), 'Good morning')
    let asked = 0
    await vera.route('**/static/forms*.js*', (route) => {
      asked++
      return route.abort()
    })
    await endChat(agent)
    await vera.waitForSelector('.rating label')
    await until('it to be asked for', () => asked > 0, true)
    const lit = () => vera.locator('.rating input:checked').count()
    await vera.locator('.rating label').nth(3).click()
    await vera.waitForSelector('.ended .form-problem:not(:empty)')
    expect(await lit()).toBe(0)
    await vera.unroute('**/static/forms*.js*')
    await vera.locator('.rating label').nth(3).click()
    await vera.waitForSelector('#stars-4')
  }),
  TIME,
)

test.concurrent(
  'a tab that is closed with a line unsent sends it once when it is opened again',
  cutScene(async (talk) => {
    const { vera, veras } = talk
    veras.cut()
    await write(vera, 'Do not lose me')
    await until('it to wait', () => pending(vera), 1)
    const context = vera.context()
    await vera.close()
    veras.heal()
    const again = await context.newPage()
    await again.goto(`${veras.url}/chat`)
    await untilWhole({ ...talk, vera: again }, 2)
    await again.reload()
    await untilWhole({ ...talk, vera: again }, 2)
  }),
  TIME,
)

test.concurrent(
  'three tabs of one visitor show one bubble each',
  cutScene(async (talk) => {
    const { vera, veras, stored } = talk
    const context = vera.context()
    await context.route('**/chat/messages', (route) => route.abort())
    await write(vera, 'One of me')
    const tabs = [vera]
    for (let n = 1; n < 3; n++) {
      const tab = await context.newPage()
      await tab.goto(`${veras.url}/chat`)
      tabs.push(tab)
    }
    for (const tab of tabs) {
      await untilLive(tab)
      expect((await linesOn(tab)).map(([, text]) => text)).toEqual(['Hello?', 'One of me'])
      expect(await pending(tab)).toBe(1)
    }
    await context.unroute('**/chat/messages')
    for (const tab of tabs) await until('it to be said', () => pending(tab), 0, 15_000)
    await untilWhole(talk, 2)
    for (const tab of tabs) expect(await linesOn(tab)).toEqual(stored())
  }),
  TIME,
)
