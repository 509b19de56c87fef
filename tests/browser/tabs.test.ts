import { expect, test } from 'bun:test'
import type { Page, Request } from 'playwright-core'
import { cutScene, linesOn } from './cut-scene'
import { rowOf, said, until, untilLive, write } from './people'
import { openProxy } from './proxy'
import { REFUSED, scene, TIME } from './scene'
import { manyTabs, tabsOf, watchStreams } from './tabs'

const allRead = async (tabs: readonly Page[], text: string) => {
  for (const tab of tabs) await until('all to read it', async () => (await said(tab)).at(-1), text)
}

test.concurrent(
  'three tabs of a talk and two of a workbench in one browser are live, and each can send',
  manyTabs(3, 2),
  TIME,
)

test.concurrent(
  'another tab leads when the one that has the stream is closed or says nothing more',
  scene(async (_desk, cast) => {
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const context = vera.context()
    await untilLive(vera)
    const streams = watchStreams(context)
    await vera.reload()
    let tabs = [vera, ...(await tabsOf(context, vera.url(), 3))]
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

    const silent = await leader()
    await silent.evaluate(() => {
      BroadcastChannel.prototype.postMessage = () => {}
    })
    await goOn('One says nothing more')
    await allRead([silent], 'One says nothing more')
    await until('one stream again', () => streams().length, 1)
    const [other] = tabs
    if (other) expect(await said(silent)).toEqual(await said(other))
  }, REFUSED),
  TIME,
)

test.concurrent(
  'where no socket gets through the same comes over a stream',
  cutScene(async ({ port, vera, agent, anas, stored }) => {
    const around = await openProxy(port, { sockets: false })
    const page = await agent.context().newPage()
    await page.goto(agent.url().replace(anas.url, around.url))
    await agent.close()
    await untilLive(page, 20_000)
    await write(vera, 'Can you read this?')
    const shown = (lines: number) =>
      until('all of it', async () => (await said(page)).length, lines)
    await shown(2)
    await page.locator('#composer textarea').pressSequentially('Y')
    await until('the typing', () => vera.locator('#typing .typing-now').count(), 1)
    await write(page, 'Yes')
    await shown(3)
    const isAsKept = async () => Bun.deepEquals(await linesOn(page), stored())
    await until('the lines as they are kept', isAsKept, true)
    // Another tab shows something else: it looks in, and keeps no connection for it.
    const list = await page.context().newPage()
    const streams = new Set<Request>()
    list.on('request', (request) => {
      if (/\/feed\b/.test(request.url()) && request.method() === 'GET') streams.add(request)
    })
    list.on('requestfailed', (request) => void streams.delete(request))
    list.on('requestfinished', (request) => void streams.delete(request))
    await list.goto(`${around.url}/workbench`)
    await untilLive(list, 20_000)
    await write(vera, 'And this?')
    const preview = () => rowOf(list, 'Vera').locator('.preview').innerText()
    await until('it on the list', preview, 'And this?', 20_000)
    await until('nothing open', () => streams.size, 0, 20_000)
    for (const tab of [page, list]) await tab.close()
    await around.close()
  }),
  TIME,
)
