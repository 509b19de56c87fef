import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { freePort } from './ports'
import { atEnd, findProgram, needProgram } from './programs'

/** The shell is the same engine without a browser's own windows: it needs half the computing. */
const names = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable'],
] as const

export const hasChromium = findProgram(...names) !== undefined

/** Nothing that needs a graphics card, a sandboxed user or anybody but this machine. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
]

let shared: Promise<Browser> | undefined

/** Another Chromium; Playwright gives it a temporary profile. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: needProgram(...names), args: flags })

/**
 * Another Chromium that can be put to sleep as a whole, as a machine does whose lid is closed: its
 * connections stay open, and nobody answers on them.
 */
export const launchSleeper = async () => {
  const options = { executablePath: needProgram(...names), args: flags }
  const server = await chromium.launchServer(options)
  const browser = await chromium.connect(server.wsEndpoint())
  // Playwright gives it a process group of its own.
  const group = -(server.process().pid ?? Number.NaN)
  return {
    browser,
    sleep: () => process.kill(group, 'SIGSTOP'),
    wake: () => process.kill(group, 'SIGCONT'),
    async close() {
      process.kill(group, 'SIGCONT')
      await browser.close()
      await server.close()
    },
  }
}

/**
 * Another Chromium as people have one: of its tabs one is seen, and those behind it are hidden and
 * can be frozen. Everywhere else Playwright takes care that each page is seen.
 */
export const launchWindow = async () => {
  const port = await freePort()
  const args = [...flags, `--remote-debugging-port=${port}`]
  const launched = await chromium.launch({ executablePath: needProgram(...names), args })
  const window = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const [context] = window.contexts()
  if (!context) throw new Error('Chromium has opened without a profile')
  return {
    context,
    async close() {
      await window.close()
      await launched.close()
    },
  }
}

/** The one Chromium of all test files, started by the first who asks: to start is much of its work. */
const openBrowser = (): Promise<Browser> => {
  shared ??= launchBrowser().then((browser) =>
    browser.once('disconnected', () => {
      shared = undefined
    }),
  )
  return shared
}

/** Ends it, as the end of the tests does; the next `openBrowser` starts another. */
export const closeBrowser = async (): Promise<void> => {
  const browser = await shared
  shared = undefined
  await browser?.close()
}
atEnd(closeBrowser)

/** A page of somebody new: its own cookies and storage. `close` takes all of it away. */
export type Visit = { page: Page; errors: string[]; close(): Promise<void> }

/** `errors` gathers what the page's scripts and its console complain about. Waits are bounded by 5 s. */
export const openPage = async (options: BrowserContextOptions = {}): Promise<Visit> => {
  const context = await (await openBrowser()).newContext(options)
  context.setDefaultTimeout(5_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text())
  })
  return { page, errors, close: () => context.close() }
}
