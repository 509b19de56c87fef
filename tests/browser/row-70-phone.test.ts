import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { rowOf, said, told, until, untilLive } from './people'
import { REFUSED, scene, TIME } from './scene'

const phone = {
  ...{ viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true },
}

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

test.concurrent(
  'on a phone a conversation is opened, answered and ended by touch, and the desk can be installed',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready', phone)
    await untilLive(agent)
    // What this browser tells: the worker is there, and shows what is pushed.
    await agent.goto(`${desk.url}/workbench/me`)
    expect(await wide(agent)).toBe(false)
    const state = () => agent.locator('#device').getAttribute('data-state')
    await until('what it may', async () => (await state()) !== null, true)
    const worker = await agent.evaluate(async () => {
      const { register, ready } = navigator.serviceWorker
      await register.call(navigator.serviceWorker, '/worker.js', { scope: '/workbench' })
      return (await ready).active?.scriptURL
    })
    expect(worker).toBe(`${desk.url}/worker.js`)
    if (process.env.SHOTS)
      await agent.screenshot({ path: `${process.env.SHOTS}/me-375.png`, fullPage: true })
    await agent.goto(`${desk.url}/workbench`)
    await untilLive(agent)
    const manifest = await agent.locator('link[rel=manifest]').getAttribute('href')
    const { icons, start_url } = await (await agent.request.get(desk.url + manifest)).json()
    expect([start_url, icons.length]).toEqual(['/workbench', 3])

    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('her row', () => rowOf(agent, 'Vera').count(), 1)
    await rowOf(agent, 'Vera').locator('a').first().tap()
    await agent.waitForSelector('#composer textarea')
    expect(await wide(agent)).toBe(false)
    await agent.locator('#composer textarea').tap()
    await agent.locator('#composer textarea').fill('Good morning')
    await agent.locator('#composer .send').tap()
    await until('it at hers', async () => (await said(vera)).at(-1), 'Good morning')
    if (process.env.SHOTS) await agent.screenshot({ path: `${process.env.SHOTS}/room-375.png` })

    // Who looks elsewhere sees it on the icon of the page.
    await vera.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    const underway = () => agent.locator('#transcript > [data-pending]').count()
    await until('nothing on its way', underway, 0)
    const typed = () => agent.locator('#composer textarea').inputValue()
    await until('an empty composer', typed, '')
    await vera.waitForFunction(() => 'show' in Reflect.get(globalThis, 'bellhop'))
    // Two touches of one place without a third between them are one that was doubled.
    await agent.locator('#composer textarea').tap()
    await agent.locator('#composer textarea').fill('Are you there?')
    await agent.locator('#composer .send').tap()
    const icon = () => vera.locator('link[rel=icon]').getAttribute('href')
    await until('the words', async () => (await said(vera)).at(-1), 'Are you there?')
    await until('the mark', async () => (await icon())?.startsWith('data:image/svg'), true)
    expect(await vera.title()).toStartWith('(1)')

    await agent.locator('.end-chat > button').tap()
    await agent.locator('.end-chat .ask button[type=submit]').tap()
    await until('the end', async () => (await told(vera)).length > 1, true)
  }, REFUSED),
  TIME,
)
