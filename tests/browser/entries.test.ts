import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { said, until, untilLive, write } from './people'
import { openTalk, scene, TIME } from './scene'

const pending = (page: Page) => page.locator('#transcript > [data-pending]').count()
const HOUR_MS = 3_600_000

test.concurrent(
  'what somebody writes is sent as it was written, though the clock stands still or goes back',
  scene(async (_desk, cast) => {
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await untilLive(vera)
    const context = vera.context()
    await context.route('**/chat/messages', (route) => route.abort())
    const lines = ['Hello?']
    const begun = Date.now()
    for (const [nth, at] of [0, 0, 0, 0, -HOUR_MS, -HOUR_MS, HOUR_MS, -2 * HOUR_MS].entries()) {
      await vera.clock.setFixedTime(begun + at)
      await write(vera, `Line ${nth}`)
      lines.push(`Line ${nth}`)
    }
    await until('all to be there', () => said(vera), lines)
    await vera.reload()
    await until('all to be there again', () => said(vera), lines)
    await context.unroute('**/chat/messages')
    await vera.reload()
    await until('all to be sent', () => pending(vera), 0)
    expect(await said(vera)).toEqual(lines)
  }, /ERR_FAILED/),
  TIME,
)

test.concurrent(
  'an own message is one element from first to last, for who listens too',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    for (const page of [vera, agent]) {
      await page.evaluate(() => {
        const added: string[] = []
        Reflect.set(window, 'added', added)
        const see = (node: Node) => {
          const text = node.textContent ?? ''
          if (/Where|https/.test(text)) added.push(text)
        }
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) for (const node of addedNodes) see(node)
        }).observe(document.querySelector('#transcript') ?? document, {
          ...{ childList: true, subtree: true },
        })
      })
    }
    await vera.route('**/chat/messages', async (route) => {
      const answer = await route.fetch()
      await until('the feed to bring it', () => pending(vera), 0)
      await route.fulfill({ response: answer })
    })
    const answered = vera.waitForResponse('**/chat/messages')
    await write(vera, 'Where is my parcel?')
    await answered
    const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'added').length)
    for (const page of [vera, agent])
      await until('it to be there', async () => (await said(page)).at(-1), 'Where is my parcel?')
    await write(vera, 'Where is hers?')
    await until('both', () => said(agent), ['Hello?', 'Where is my parcel?', 'Where is hers?'])
    await until('nothing on its way', () => pending(vera), 0)
    // Who joins makes the stream begin anew: what is there is not said again.
    const other = await vera.context().newPage()
    await other.goto(vera.url())
    await untilLive(other)
    await write(agent, 'I look')
    await until('the reply', async () => (await said(vera)).at(-1), 'I look')
    expect([await heard(vera), await heard(agent)]).toEqual([2, 2])
    const times = vera.locator('#transcript [data-side=mine] .meta time')
    expect(await times.count()).toBe(3)
  }),
  TIME,
)

test.concurrent(
  'a page that comes back out of the browser’s store connects at once',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const opened: string[] = []
    vera.on('request', (request) => void opened.push(request.url()))
    agent.on('websocket', (socket) => void opened.push(socket.url()))
    for (const page of [vera, agent]) {
      await page.clock.install()
      await page.reload()
      await untilLive(page)
      await page.clock.pauseAt(Date.now() + 1_000)
      await untilLive(page)
      opened.length = 0
      await page.evaluate(() => {
        for (const [type, persisted] of [
          ['pagehide', true],
          ['pageshow', true],
        ] as const)
          window.dispatchEvent(new PageTransitionEvent(type, { persisted }))
      })
      const isAgain = () => opened.some((url) => /\/(feed|socket)\?/.test(url))
      // Less than the page waits before it looks whether it has one.
      for (let n = 0; n < 20 && !isAgain(); n++) {
        await page.clock.runFor(50)
        await Bun.sleep(50)
      }
      expect(isAgain()).toBe(true)
      await page.clock.resume()
      await untilLive(page)
    }
    await write(agent, 'Here I am')
    await until('the reply', () => said(vera), ['Hello?', 'Here I am'])
  }),
  TIME,
)

test.concurrent(
  'where one writes with fingers Enter makes a line, and Send sends',
  scene(async (_desk, cast) => {
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 375, height: 740 } }
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' }, phone)
    await untilLive(vera)
    await vera.locator('#composer textarea').fill('Two')
    await vera.keyboard.press('Enter')
    await vera.keyboard.type('lines')
    expect(await vera.inputValue('#composer textarea')).toBe('Two\nlines')
    await vera.click('#composer .send')
    await until('it to be said', () => said(vera), ['Hello?', 'Two\nlines'])
    expect(await vera.locator('.send-hint').isVisible()).toBe(false)
  }),
  TIME,
)
