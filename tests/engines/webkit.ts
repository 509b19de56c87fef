import { z } from 'zod'
import { freePort } from '../support/ports'
import {
  findProgram,
  needProgram,
  type Program,
  scratchFolder,
  spawnProgram,
  waitFor,
} from '../support/programs'
import { ENTER, type Engine, type EnginePage } from './engine'

export const hasWebkit = [findProgram('WebKitWebDriver'), findProgram('Xvfb')].every(Boolean)

/** How long a program may take to start on a busy machine, ms, and one call to be answered. */
const START_MS = 30_000
const CALL_MS = 20_000
/** The same of a look: one that meets a page as it goes is never answered, and the next one is. */
const LOOK_MS = 3_000

const Answer = z.object({ value: z.unknown() })
const Session = z.object({ sessionId: z.string() })
/** How WebDriver names an element. */
const Element = z.object({ 'element-6066-11e4-a52e-4f735466cecf': z.string() })

/**
 * A driven WebKit tells nobody what its pages complain about, so each call listens in the document
 * it finds, as a rule before the scripts of the page have run.
 */
const LISTEN = `if (!window.complaints) {
  window.complaints = []
  const keep = (...words) => window.complaints.push(words.join(' '))
  addEventListener('error', ({ message }) => keep(message))
  addEventListener('unhandledrejection', ({ reason }) => keep(reason))
  addEventListener('securitypolicyviolation', (breach) =>
    keep('policy:', breach.effectiveDirective, breach.blockedURI))
}`

/** WebKitGTK on a screen that nobody sees; a driver and a browser of their own for each person. */
export const launchWebkit = async (): Promise<Engine> => {
  const screen = spawnProgram(needProgram('Xvfb'), [
    ...['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
  ])
  const display = await waitFor('a screen', () => /^\d+$/m.exec(screen.output())?.[0], START_MS)
  const people: { driver: Program; end(): Promise<unknown> }[] = []
  const complaints = new Set<string>()
  return {
    async open() {
      const { driver, call, session } = await startDriver(display)
      people.push({ driver, end: () => call('DELETE', session) })
      return pageOf((method, path, body) => call(method, session + path, body), complaints)
    },
    complaints: () => [...complaints],
    async close() {
      for (const { driver, end } of people) {
        await end()
        await driver.stop()
      }
      await screen.stop()
    },
  }
}

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** The classic WebDriver: https://w3c.github.io/webdriver/. */
const startDriver = async (display: string) => {
  const port = await freePort()
  const home = scratchFolder()
  const env = {
    ...{ DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    ...{ HOME: home, XDG_RUNTIME_DIR: home, NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory' },
    ...{ WEBKIT_DISABLE_DMABUF_RENDERER: '1', LANG: 'en_US.UTF-8', LC_ALL: 'C.UTF-8' },
  }
  const driver = spawnProgram(needProgram('WebKitWebDriver'), [`--port=${port}`], { env })
  const call: Call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(path.endsWith('/execute/sync') ? LOOK_MS : CALL_MS),
    })
    const { value } = Answer.parse(await answer.json())
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }
  await waitFor('WebKitWebDriver', () => call('GET', '/status'), START_MS)
  const browserOptions = { binary: await smallBrowser(), args: ['--automation'] }
  const capabilities = {
    alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': browserOptions },
  }
  const { sessionId } = Session.parse(await call('POST', '/session', { capabilities }))
  return { driver, call, session: `/session/${sessionId}` }
}

/** It lies beside the library, in a folder named for the machine's kind. */
const smallBrowser = async () => {
  const places = new Bun.Glob('{lib,libexec}/**/webkit2gtk-4.1/MiniBrowser')
  for await (const place of places.scan({ cwd: '/usr', absolute: true })) return place
  throw new Error('MiniBrowser is not installed')
}

const Told = z.object({ complaints: z.array(z.string()), value: z.unknown().optional() })

const pageOf = (call: Call, complaints: Set<string>): EnginePage => {
  const find = async (selector: string) => {
    const found = await call('POST', '/element', { using: 'css selector', value: selector })
    return `/element/${Object.values(Element.parse(found))[0]}`
  }
  const evaluate = async (expression: string) => {
    const script = `${LISTEN}; return JSON.stringify({ complaints, value: ${expression} })`
    const told = z.string().parse(await call('POST', '/execute/sync', { script, args: [] }))
    const { value, ...all } = Told.parse(JSON.parse(told))
    for (const complaint of all.complaints) complaints.add(complaint)
    return value
  }
  return {
    evaluate,
    async goto(url) {
      await call('POST', '/url', { url })
      const there = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`
      await waitFor(url, () => evaluate(there), CALL_MS, 1)
    },
    back: async () => void (await call('POST', '/back')),
    click: async (selector) => void (await call('POST', `${await find(selector)}/click`)),
    async type(selector, text) {
      const keys = text.replaceAll('\n', ENTER)
      await call('POST', `${await find(selector)}/value`, { text: keys })
    },
  }
}
