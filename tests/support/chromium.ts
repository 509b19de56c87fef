import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findProgram, needProgram } from './programs'

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

/** The one Chromium of this run, started by the first who asks. */
const openBrowser = (): Promise<Browser> => {
  shared ??= launchBrowser()
  return shared
}

/** Ends it; the next `openBrowser` starts another. */
export const closeBrowser = async (): Promise<void> => {
  const browser = await shared
  shared = undefined
  await browser?.close()
}

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
