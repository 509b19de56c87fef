import { expect } from 'bun:test'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { ana } from './desk'
import { openRow, said, startChat, until, untilLive, write } from './people'
import { scene } from './scene'

/** The tabs of a browser that hold a stream just now. */
export const watchStreams = (context: BrowserContext) => {
  const open = new Set<Request>()
  context.on('request', (request) => {
    if (/\/feed\?/.test(request.url()) && request.method() === 'GET') open.add(request)
  })
  context.on('requestfinished', (request) => void open.delete(request))
  context.on('requestfailed', (request) => void open.delete(request))
  return () => [...open].map((request) => request.frame().page()).filter((page) => !page.isClosed())
}

/** Opened all at once, as a browser does that is started again. */
export const tabsOf = (context: BrowserContext, url: string, count: number): Promise<Page[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const tab = await context.newPage()
      await tab.goto(url)
      return tab
    }),
  )

/** So many tabs of a talk and of a workbench in one browser share a stream, and each can send. */
export const manyTabs = (ofTalk: number, ofBench: number) =>
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const context = agent.context()
    const vera = await context.newPage()
    const streams = watchStreams(context)
    await vera.goto(`${desk.url}/chat`)
    await startChat(vera, { name: 'Vera', text: 'Hello?' })
    await openRow(agent, 'Vera')
    const talks = [vera, ...(await tabsOf(context, `${desk.url}/chat`, ofTalk - 1))]
    const all = [...talks, agent, ...(await tabsOf(context, agent.url(), ofBench - 1))]
    for (const tab of all) await untilLive(tab)
    await until('one stream', () => streams().length, 1)
    await Promise.all(all.map((tab, nth) => write(tab, `From tab ${nth}`)))
    const lines = [...all.map((_, nth) => `From tab ${nth}`).toSorted(), 'Hello?']
    for (const tab of all) {
      await until('all of it', async () => (await said(tab)).toSorted(), lines)
      await until('nothing on its way', () => tab.locator('#transcript [data-pending]').count(), 0)
    }
    expect(streams()).toHaveLength(1)
  })
