import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { launchWindow } from '../support/chromium'
import { openTestDesk } from './desk'
import { said, startChat, until, untilLive, write } from './people'
import { TIME } from './scene'
import { tabsOf, watchStreams } from './tabs'

/** Counts in the page itself, and the leaders who say there that they go: what is frozen does not. */
const startCounting = (page: Page) =>
  page.evaluate(() => {
    const count = { ticks: 0, gone: 0 }
    Reflect.set(window, 'count', count)
    setInterval(() => count.ticks++, 20)
    const { principal } = document.getElementById('live')?.dataset ?? {}
    const tabs = new BroadcastChannel(`bellhop:${principal}:${document.documentElement.lang}`)
    tabs.onmessage = ({ data }) => {
      if (data.what === 'gone') count.gone++
    }
  })
const counted = (page: Page): Promise<{ ticks: number; gone: number }> =>
  page.evaluate(() => Reflect.get(window, 'count'))

/** Freezes a tab that is not looked at; answers how it goes on. */
const freeze = async (tab: Page) => {
  const devtools = await tab.context().newCDPSession(tab)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  return () => devtools.send('Page.setWebLifecycleState', { state: 'active' })
}

test.concurrent(
  'a leader that is frozen says that it goes, and reads what it lacks when it goes on',
  async () => {
    const desk = await openTestDesk()
    const { context, close } = await launchWindow()
    try {
      const streams = watchStreams(context)
      const [first] = await tabsOf(context, `${desk.url}/chat`, 1)
      if (!first) throw new Error('Nothing is open')
      await startChat(first, { name: 'Vera', text: 'Hello?' })
      const tabs = [first, ...(await tabsOf(context, `${desk.url}/chat`, 2))]
      for (const tab of tabs) await untilLive(tab)
      await until('one stream', () => streams().length, 1)
      const [leader] = streams()
      const [seen, other] = tabs.filter((tab) => tab !== leader)
      if (!leader || !seen || !other) throw new Error('Nobody leads, or all do')

      for (const tab of [leader, seen]) await startCounting(tab)
      await seen.bringToFront()
      const goOn = await freeze(leader)
      const { ticks } = await counted(leader)
      await until('a farewell', async () => (await counted(seen)).gone, 1)
      // Chromium closes what a frozen page has let go of only when that goes on.
      await until('another to lead', () => streams().some((tab) => tab !== leader), true)
      const before = await counted(seen)
      await write(seen, 'Is one frozen?')
      for (const tab of [seen, other])
        await until('the line', () => said(tab), ['Hello?', 'Is one frozen?'])
      const hasPassed = async () => (await counted(seen)).ticks > before.ticks + 10
      await until('time to pass', hasPassed, true)
      expect((await counted(leader)).ticks).toBe(ticks)
      expect(await said(leader)).toEqual(['Hello?'])

      await goOn()
      await until('it to read', () => said(leader), ['Hello?', 'Is one frozen?'])
      await untilLive(leader)
      await until('one stream', () => streams().length, 1)
    } finally {
      await close()
      await desk.close()
    }
  },
  TIME,
)
