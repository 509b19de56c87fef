import { Problem } from '../../actors/problem'
import type { Route } from '../../src/web/routes'
import { paths } from '../../views/paths'
import type { Asked } from './ask'
import { faults, whileBroken } from './faults'
import { newClientId, type Target } from './target'

const { chat, workbench, session } = paths
const ID = ':id'

/** What a page of the desk sends to the routes that read a form. */
export const forms = (): Readonly<Record<string, Record<string, string>>> => ({
  [paths.install]: { token: 'x', email: 'olga@desk.test', name: 'Olga', password: 'short' },
  [session.signIn]: { email: 'nobody@desk.test', password: 'not it' },
  [paths.language]: { language: 'zh', back: '/chat' },
  [paths.theme]: { theme: 'dark', back: '/chat' },
  [chat.page]: { text: 'Hello', client_id: newClientId() },
  [chat.messages]: { text: 'Hello', client_id: newClientId() },
  [chat.seen]: { up_to: '1' },
  [chat.rating]: { stars: '5' },
  [workbench.status]: { status: 'ready' },
  [workbench.messages(ID)]: { text: 'Hello', client_id: newClientId() },
  [workbench.transfer(ID)]: { to: 'department:nowhere' },
  [workbench.seen(ID)]: { up_to: '1' },
})

export const reads = ({ method, path }: Route) => method === 'POST' && path in forms()
const isLive = (path: string) => /\/(feed|socket)$/.test(path)
const hasId = ({ path }: Route) => path.includes(ID)

/** Answered without the store, or out of what the node has at hand: it may well be broken. */
const apart = new Set<string>([
  ...[paths.up, paths.probe.stream, paths.probe.socket],
  ...[chat.typing, chat.seen, chat.rating],
])
const needsStore = ({ path }: Route) => !apart.has(path) && !path.startsWith(paths.static(''))

/** Those that take something from a limit before anything else can be wrong. */
const limited = new Set<string>([
  ...[session.signIn, chat.page, chat.messages, chat.typing, chat.seen, chat.closure],
  ...[workbench.messages(ID), workbench.acceptance(ID), workbench.refusal(ID)],
  ...[workbench.closure(ID), workbench.seen(ID), workbench.typing(ID)],
])

/**
 * Something that can be wrong with a request: where it can be, how it is brought about and
 * answered. `expected` is a status for every form of answer, or one for pages of their own.
 */
export type Situation = {
  name: string
  on: (route: Route) => boolean
  asked?: Asked & { method?: string; id?: string }
  signedOut?: boolean
  around?: (target: Target, ask: () => Promise<void>) => Promise<void>
  expected: (route: Route, accept: Asked['accept']) => number
}

const isForm = reads
const isPost = ({ method }: Route) => method === 'POST'

/** An id like those the desk makes, which it never made. */
export const MISSING = '0199aaaa-0000-7000-8000-00000000dead'

const isBroken = (status: keyof typeof faults): Situation => ({
  name: `the store fails with ${status}`,
  on: needsStore,
  around: (target, ask) => whileBroken(target.store, faults[status], ask),
  expected: () => status,
})

export const situations: readonly Situation[] = [
  {
    name: 'it comes from another site',
    on: isPost,
    asked: { from: { 'Sec-Fetch-Site': 'cross-site' } },
    expected: () => 403,
  },
  { name: 'it is no method of its', on: () => true, asked: { method: 'PUT' }, expected: () => 405 },
  {
    name: 'nobody is signed in',
    on: ({ who }) => who !== 'anyone',
    signedOut: true,
    expected: ({ who, method, path }, accept) => {
      if (who === 'visitor') return 404
      return method === 'GET' && accept === 'page' && !isLive(path) ? 303 : 401
    },
  },
  { name: 'there is no such conversation', on: hasId, asked: { id: MISSING }, expected: () => 404 },
  {
    name: 'its body is no JSON',
    on: isForm,
    asked: { body: '{"text":', headers: { 'Content-Type': 'application/json' } },
    expected: () => 400,
  },
  {
    name: 'its body is too large',
    on: isForm,
    asked: { form: { text: 'x'.repeat(200_000) } },
    expected: () => 413,
  },
  {
    name: 'its body is something else',
    on: isForm,
    asked: { body: '<text/>', headers: { 'Content-Type': 'application/xml' } },
    expected: () => 415,
  },
  {
    name: 'it has a field too many',
    on: (route) => isForm(route) && route.path !== paths.language && route.path !== paths.theme,
    asked: { form: { is_admin: '1' } },
    expected: () => 422,
  },
  {
    name: 'it comes too often',
    on: ({ method, path }) => method === 'POST' && limited.has(path),
    around: async ({ desk }, ask) => {
      const { spend } = desk.rate
      desk.rate.spend = async () => new Problem('limited', 'tooFast', { retryAfter: 3 })
      await ask()
      desk.rate.spend = spend
    },
    expected: () => 429,
  },
  isBroken(500),
  isBroken(503),
  isBroken(507),
]
