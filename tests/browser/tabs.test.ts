import { afterAll, expect, test } from 'bun:test'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { closeBrowser } from '../support/chromium'
import { ana } from './desk'
import { openRow, said, startChat, until, untilLive, write } from './people'
import { REFUSED, scene, TIME } from './scene'

afterAll(closeBrowser)

/** The tabs of a browser that hold a stream just now. */
const watchStreams = (context: BrowserContext) => {
  const open = new Set<Request>()
  context.on('request', (request) => {
    if (/\/feed\?/.test(request.url()) && request.method() === 'GET') open.add(request)
  })
  context.on('requestfinished', (request) => void open.delete(request))
  context.on('requestfailed', (request) => void open.delete(request))
  return () => [...open].map((request) => request.frame().page()).filter((page) => !page.isClosed())
}

/** Opened all at once, as a browser does that is started again. */
const tabsOf = (context: BrowserContext, url: string, count: number): Promise<Page[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const tab = await context.newPage()
      await tab.goto(url)
      return tab
    }),
  )

const allRead = async (tabs: readonly Page[], text: string) => {
  for (const tab of tabs) await until('all to read it', async () => (await said(tab)).at(-1), text)
}

test.concurrent(
  'ten tabs of a talk and eight of a workbench in one browser are live, and each can send',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const context = agent.context()
    const vera = await context.newPage()
    const streams = watchStreams(context)
    await vera.goto(`${desk.url}/chat`)
    await startChat(vera, { name: 'Vera', text: 'Hello?' })
    await openRow(agent, 'Vera')
    const talks = [vera, ...(await tabsOf(context, `${desk.url}/chat`, 9))]
    const benches = [agent, ...(await tabsOf(context, agent.url(), 7))]
    for (const tab of [...talks, ...benches]) await untilLive(tab)
    await until('one stream', () => streams().length, 1)
    const all = [...talks, ...benches]
    await Promise.all(all.map((tab, nth) => write(tab, `From tab ${nth}`)))
    const lines = [...all.map((_, nth) => `From tab ${nth}`).toSorted(), 'Hello?']
    for (const tab of all) {
      await until('all of it', async () => (await said(tab)).toSorted(), lines)
      await until('nothing on its way', () => tab.locator('#transcript [data-pending]').count(), 0)
    }
    expect(streams()).toHaveLength(1)
  }),
  TIME,
)

test.concurrent(
  'another tab leads when the one that has the stream is closed, is frozen, or says nothing more',
  scene(async (_desk, cast) => {
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const context = vera.context()
    await untilLive(vera)
    const streams = watchStreams(context)
    await vera.reload()
    let tabs = [vera, ...(await tabsOf(context, vera.url(), 4))]
    const leader = async () => {
      await until('one stream', () => streams().length, 1)
      const [page] = streams()
      if (!page) throw new Error('Nobody leads')
      tabs = tabs.filter((tab) => tab !== page)
      return page
    }
    const goOn = async (text: string) => {
      const [writer] = tabs
      if (writer) await write(writer, text)
      await allRead(tabs, text)
      for (const tab of tabs) await untilLive(tab)
    }
    await goOn('All are here')

    await (await leader()).close()
    await goOn('One is closed')

    const frozen = await leader()
    const devtools = await context.newCDPSession(frozen)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await goOn('One is frozen')
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await allRead([frozen], 'One is frozen')

    const silent = await leader()
    await silent.evaluate(() => {
      BroadcastChannel.prototype.postMessage = () => {}
    })
    await goOn('One says nothing more')
    await allRead([silent, frozen], 'One says nothing more')
    await until('one stream again', () => streams().length, 1)
    expect(await said(silent)).toEqual(await said(frozen))
  }, REFUSED),
  TIME,
)
