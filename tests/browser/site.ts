import type { FrameLocator, Page } from 'playwright-core'
import { configureSites } from '../../src/commands/sites/configure'
import type { TestDesk } from './desk'
import { openAt } from './people'

/** What a page of somebody's site has in it: calls are kept until the chat is there to take them. */
const pageOf = (script: string, attributes: string) => `<!doctype html>
<html lang="en"><title>Wool travel blanket</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<body><h1>Wool travel blanket</h1>
<button id="buy" onclick="this.textContent = 'In the basket'">Add to basket</button>
<script>
window.bellhop = new Proxy([], {
  get: (calls, name) => calls[name] ?? ((...given) => void calls.push([name, ...given]))
})
window.heard = []
for (const event of ['ready', 'open', 'close', 'unread', 'message', 'state', 'queue', 'agent', 'error'])
  bellhop.on(event, (detail) => heard.push([event, detail ?? null]))
</script>
<script src="${script}" async ${attributes}></script>`

/**
 * A shop on a site of its own, `shop.localhost`, which is another one than the desk's. Its pages load
 * the chat from `loadFrom`, or the desk.
 */
export const openShop = (desk: { url: string }, loadFrom = desk.url) => {
  const server = Bun.serve({
    ...{ port: 0, hostname: '127.0.0.1' },
    fetch: (request) => {
      const attributes = new URL(request.url).searchParams.get('with') ?? ''
      const html = pageOf(`${loadFrom}/widget.js`, attributes)
      return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    },
  })
  const originOf = (host = 'shop.localhost') => `http://${host}:${server.port}`
  return { originOf, close: () => server.stop(true) }
}
export type Shop = ReturnType<typeof openShop>

/** Which sites may hold the chat from now on. */
export const allow = (desk: TestDesk, ...origins: string[]) =>
  configureSites(desk.desk, { origins: origins.join(' ') }, () => '')

/** A page of the shop; and the addresses of the desk that it asked for. */
export const visitShop = async (url: string, options: Parameters<typeof openAt>[1] = {}) => {
  const visit = await openAt('about:blank', options)
  const asked: string[] = []
  visit.page.on('request', (request) => {
    const { pathname, host } = new URL(request.url())
    if (!host.includes('localhost')) asked.push(pathname)
  })
  await visit.page.goto(url)
  return { ...visit, asked }
}

export const button = (page: Page) => page.locator('bellhop-widget #b')
export const inside = (page: Page): FrameLocator => page.frameLocator('bellhop-widget iframe')

/** What the page has heard of one event. */
export const heard = (page: Page, event: string): Promise<unknown[]> =>
  page.evaluate(
    (name) =>
      (Reflect.get(window, 'heard') as [string, unknown][])
        .filter(([event]) => event === name)
        .map(([, detail]) => detail),
    event,
  )

/** Calls the chat's own functions, as a page of the shop does. */
export const call = (page: Page, name: string, ...given: unknown[]) =>
  page.evaluate(([name, given]) => Reflect.get(window.bellhop, name)(...given), [name, given] as [
    string,
    unknown[],
  ])
