import type { Role } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { claim } from '../../src/commands/agents/claim'
import { hireAgent } from '../../src/commands/agents/hire'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { createDepartment } from '../../src/commands/departments/create'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../src/commands/sessions/begin'
import { hashToken, newToken } from '../../src/commands/tokens'
import { readConfig } from '../../src/config'
import { openLog } from '../../src/log'
import { serveDesk } from '../../src/open'
import { macro } from '../contracts/store/canned'
import { dataFolder } from '../support/data-folder'
import { freePort } from '../support/ports'
import { withQuickPasswords } from '../support/quick-passwords'
import { rememberSecrets } from '../support/secrets'
import { type Asked, send } from './ask'

export const PASSWORD = 'a long and honest sentence'

/**
 * The whole desk on a real port of this process, as `serve` opens it, for somebody to attack:
 * what it logs and what is left in its store can be looked at from inside.
 */
export const openApp = async (env: Record<string, string> = {}) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = readConfig({
    PORT: `${port}`,
    HOST: '127.0.0.1',
    DATA_DIR: await dataFolder(),
    BASE_URL: url,
    RATE_FACTOR: '1000',
    LOG_LEVEL: 'debug',
    ...env,
  })
  const lines: string[] = []
  const log = openLog(config.logLevel, (line) => lines.push(line))
  const served = await serveDesk(config, { log, aroundStore: rememberSecrets })
  const { desk } = served
  await desk.store.macros.create(macro('one', { id: 'one' }), 'one')
  await changeDeskSettings(desk, 'customers', { customers: 'yes' })
  return {
    port,
    url,
    desk,
    config,
    /** Every line of the log, as it would be on the terminal. */
    lines,
    store: desk.store,
    ask: (method: string, path: string, asked: Asked = {}) => send(url, method, path, asked),
    /** Mail between actors that is being delivered. */
    underway: () => served.postman.underway(),
    close: () => served.close(),
  }
}
export type App = Awaited<ReturnType<typeof openApp>>

/** Somebody with an account and a session. */
export const hire = async (
  { desk }: App,
  name: string,
  more: { departments?: string[]; role?: Role; capacity?: number } = {},
) => {
  const email = `${name.toLowerCase()}@desk.test`
  const place = { departments: more.departments ?? ['support'], capacity: more.capacity ?? 20 }
  const id = await hireAgent(
    withQuickPasswords(desk),
    { email, name, password: PASSWORD },
    place,
    more.role,
  )
  if (isProblem(id)) throw new Error(id.reason)
  const agent = { id, name, email, departments: place.departments, role: more.role ?? 'agent' }
  return { ...agent, cookie: await session(desk, id) }
}
export type Hired = Awaited<ReturnType<typeof hire>>

/** A session as signing in makes it. */
export const session = async ({ store, clock }: App['desk'], account: string) => {
  const token = newToken()
  const at = clock.now()
  const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_LIFE_MS }
  await store.accounts.openSession(hashToken(token), account, times)
  return `bellhop-session=${token}`
}

export const openDepartment = async ({ desk }: App, id: string, manual = false) => {
  const acceptance = manual ? 'manual' : 'automatic'
  const made = await createDepartment(desk, { id, name: `Department ${id}`, acceptance })
  if (isProblem(made)) throw new Error(made.reason)
  return made
}

export const setReady = async ({ desk }: App, agent: Hired, status = 'ready') => {
  const { id, name, departments, role } = agent
  const outcome = await setStatus(desk, { kind: 'staff', id, name, role, departments }, { status })
  if (isProblem(outcome)) throw new Error(outcome.reason)
}

/** An agent who is away takes a conversation and answers in it. */
export const answer = async ({ desk }: App, agent: Hired, { conversation }: Visit) => {
  const { id, name, departments, role } = agent
  const person = { kind: 'staff', id, name, role, departments } as const
  const form = { text: 'Good morning to you', client_id: newClientId() }
  const taken = await claim(desk, person, conversation)
  const said = taken ?? (await say(desk, person, conversation, form, { address: '127.0.0.1' }))
  if (isProblem(said)) throw new Error(said.reason)
}

let made = 0
/** An id for a message that nobody used before. */
export const newClientId = () => `attack-${++made}-${process.pid}`

/** Somebody who asks for help, with the cookie of a browser. */
export const visit = async (
  app: App,
  more: { name?: string; text?: string; department?: string; email?: string } = {},
) => {
  const cookie = `visitor=${newToken()}`
  const clientId = newClientId()
  const form = { text: 'Good morning', ...more, client_id: clientId }
  const answer = await app.ask('POST', '/chat', { cookie, form, accept: 'json' })
  if (answer.status !== 201) throw new Error(`no chat: ${answer.status} ${answer.text}`)
  const { conversation } = JSON.parse(answer.text) as { conversation: string }
  return { cookie, conversation, clientId }
}
export type Visit = Awaited<ReturnType<typeof visit>>
