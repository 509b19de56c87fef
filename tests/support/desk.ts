import { addressOf } from '../../actors/address'
import type { Person, Role, Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { isActive } from '../../actors/summary'
import { type Clock, systemClock } from '../../src/clock'
import { hireAgent } from '../../src/commands/agents/hire'
import { setStatus } from '../../src/commands/agents/status'
import { start } from '../../src/commands/visitors/start'
import { type Config, readConfig } from '../../src/config'
import { openLog } from '../../src/log'
import { openDesk } from '../../src/open'
import type { Route } from '../../src/web/route'
import { openWeb } from '../../src/web/web'
import { dataFolder } from './data-folder'
import { searched } from './leaks'
import { withQuickPasswords } from './quick-passwords'
import { rememberSecrets } from './secrets'

const HEARTBEAT_MS = 15_000
export const PASSWORD = 'a bell for every guest'
const ORIGIN = 'http://desk.test'

/** `routes` take the place of the desk's own. */
type Options = { clock?: Clock; env?: Record<string, string>; routes?: readonly Route[] }

/**
 * A whole desk in this process, on a store of its own in a temporary folder: its pages are a
 * function of a request, and `serve` puts them on a port.
 */
export const openTestDesk = async (options: Options = {}) => {
  const config: Config = readConfig({
    DATA_DIR: await dataFolder(),
    BASE_URL: ORIGIN,
    RATE_FACTOR: '1000',
    LOG_LEVEL: 'silent',
    ...options.env,
  })
  const clock = options.clock ?? systemClock
  const lines: string[] = []
  const log = openLog('warn', (line) => lines.push(line))
  const opened = await openDesk(config, { clock, log, aroundStore: rememberSecrets })
  const { desk, node, postman } = opened
  const mark = (type: 'appeared' | 'vanished') => (agent: string, silentMs?: number) =>
    void desk.system
      .send(addressOf('agent', agent), { type, at: desk.clock.now(), node, silentMs })
      .catch(() => {})
  const reach = { appeared: mark('appeared'), vanished: mark('vanished') }
  const web = await openWeb(desk, config, reach, options.routes)
  postman.start()
  let server: Bun.Server<unknown> | undefined
  return {
    desk,
    config,
    web,
    /** Warnings and errors that were logged, a JSON line each. */
    lines,
    /** What goes to anybody but a colleague is searched for notes. */
    async request(path: string, init: RequestInit = {}) {
      const answer = await web.app.request(`${ORIGIN}${path}`, init)
      const cookie = new Headers(init.headers).get('Cookie')
      return searched(`${init.method ?? 'GET'} ${path}`, answer, cookie)
    },
    serve() {
      server ??= Bun.serve({
        port: 0,
        hostname: '127.0.0.1',
        idleTimeout: 60,
        maxRequestBodySize: Number.MAX_SAFE_INTEGER,
        fetch: web.fetch as never,
        websocket: web.websocket as never,
      })
      return `http://127.0.0.1:${server.port}`
    },
    async close() {
      web.feeds.drain()
      await server?.stop(true)
      web.close()
      await opened.close()
    },
  }
}
export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>

/** Somebody who answers, with a place in every department. */
export const hire = async (
  { desk }: TestDesk,
  name: string,
  capacity = 5,
  role: Role = 'agent',
): Promise<Staff> => {
  const all = await desk.store.departments.all()
  const departments = all.filter(isActive).map(({ id }) => id)
  const email = `${name.toLowerCase()}@desk.test`
  const account = { email, name, password: PASSWORD }
  const id = await hireAgent(withQuickPasswords(desk), account, { departments, capacity }, role)
  if (isProblem(id)) throw new Error(id.reason)
  return { kind: 'staff', id, name, role, departments }
}

/** On duty and in reach, until the desk closes: somebody answers every heartbeat. */
export const goOnDuty = async ({ desk, web }: TestDesk, person: Staff): Promise<() => void> => {
  const { spoke, closed } = web.feeds.presence.connect(person.id)
  const stop = desk.clock.every(HEARTBEAT_MS, spoke)
  const outcome = await setStatus(desk, person, { status: 'ready' })
  if (isProblem(outcome)) throw new Error(outcome.reason)
  return () => {
    stop()
    closed()
  }
}

let letters = 0
export const clientId = (): string => `client-${++letters}-${systemClock.now()}`

/** Somebody who asks: a visitor with an open conversation. */
export const visit = async ({ desk }: TestDesk, name: string, text = 'Hello') => {
  const from = { address: '203.0.113.9', language: 'en' }
  const started = await start(desk, null, { name, text, client_id: clientId() }, from)
  if (isProblem(started)) throw new Error(started.reason)
  const person: Visitor = { kind: 'visitor', id: started.visitor }
  return { person, conversation: started.conversation, token: started.token ?? '' }
}

export const asks = (person: Person): 'visitor' | 'desk' =>
  person.kind === 'visitor' ? 'visitor' : 'desk'

/** Looks again until something holds; fails after `within` ms. */
export const until = async <Found>(
  look: () => Found | Promise<Found>,
  within = 5_000,
): Promise<NonNullable<Found>> => {
  const end = performance.now() + within
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error('it did not come to hold')
    await Bun.sleep(10)
  }
}
