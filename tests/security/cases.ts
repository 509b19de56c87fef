import { Problem } from '../../actors/problem'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { peoplePaths } from '../../views/office/people-paths'
import { rulePaths } from '../../views/office/rules'
import { paths } from '../../views/paths'
import { NOTE } from '../support/leaks'
import { type App, newClientId } from './app'
import type { Asked } from './ask'
import { faults, whileBroken } from './faults'

const { chat, workbench, session } = paths
const ID = ':id'

/** What a page of the desk sends in each field that a route reads, whichever route it is. */
const samples: Readonly<Record<string, () => string>> = {
  text: () => 'Hello',
  scope: () => 'visitor',
  into: () => MISSING,
  from: () => MISSING,
  network: () => '198.51.100.7',
  client_id: () => newClientId(),
  up_to: () => '1',
  stars: () => '5',
  seq: () => '9999',
  offer: () => '9999',
  cookie: () => 'given',
  status: () => 'ready',
  to: () => 'department:nowhere',
  token: () => 'x',
  name: () => `Olga ${newClientId()}`,
  email: () => 'nobody@desk.test',
  password: () => 'not it',
  language: () => 'zh',
  theme: () => 'dark',
  attributes: () => '{}',
  ...{ back: () => '/chat', tab: () => 'one' },
  page: () => 'open',
  code: () => `code-${newClientId()}`.slice(0, 40),
  body: () => 'Hello',
  priority: () => 'high',
  what: () => 'close',
  endpoint: () => 'https://push.example.com/x',
  e: () => '1',
  s: () => 'proof',
  tags: () => 'Friendly',
  url: () => '/pricing',
  answer: () => 'no',
  pattern: () => '/pricing*',
  after: () => '20s',
  key: () => 'order',
  was: () => 'order',
  is: () => 'product',
  title: () => 'Blanket',
  website: () => '',
  wants: () => 'yes',
  'List-Unsubscribe': () => 'One-Click',
  leftTo: () => 'team@desk.test',
  departments: () => 'support',
  pinned: () => 'yes',
  ...{ other: () => MISSING, person: () => MISSING, merge: () => MISSING, block: () => MISSING },
  customers: () => 'yes',
  ...{ current_password: () => 'not it', new_password: () => 'not it either' },
  ...{ address: () => 'nobody@desk.test', confirmation: () => 'nobody@desk.test' },
  ...{ ticket: () => 'sealed', credential: () => '{}', one_time_code: () => '000000' },
  ...{ second_factor: () => 'optional', label: () => 'Example' },
  ...{ issuer: () => 'https://accounts.example.org', client: () => 'desk' },
  ...{ visitor: () => 'nobody@desk.test', held: () => MISSING, reason: () => 'Because' },
}

const sampleOf = (field: string): string => {
  const sample = samples[field]
  if (!sample) throw new Error(`no sample of what is sent as ${field}`)
  return sample()
}

/** Strict ones want their fields and no other; the rest take what they know. */
const isStrict = ({ form }: Route) => form?.def.catchall?._zod.def.type === 'never'
const needed = (form: NonNullable<Route['form']>, strict: boolean) =>
  Object.entries(form.shape).filter(([, field]) => !strict || !field.safeParse(undefined).success)

/** What only colleagues may read, in what writes it. */
const marked: Readonly<Record<string, Record<string, string>>> = {
  [workbench.notes(ID)]: { text: NOTE },
  [workbench.whisper(ID)]: { text: NOTE },
  [workbench.tags(ID)]: { add: NOTE },
  [workbench.visitor(ID)]: { notes: NOTE },
  [peoplePaths.list]: {
    get email() {
      return `${newClientId()}@desk.test`
    },
  },
  [rulePaths.macros]: { 'act.1': 'tag.add', 'value.1': 'Seen' },
}

/** What somebody chose in a list. */
const chosen: Readonly<Record<string, Record<string, string>>> = {
  [workbench.push]: { off: '1' },
  [workbench.bulk]: { id: '00000000-0000-7000-8000-000000000000' },
  [chat.reactions(':client_id')]: { emoji: '👍' },
  [workbench.entry(ID).reactions(':client_id')]: { emoji: '👍' },
}

/** What to send by path: which fields a form needs is found out once, what is in them is new each time. */
const fields = new Map(
  routes.flatMap((route) =>
    route.form
      ? [[route.path, needed(route.form, isStrict(route)).map(([field]) => field)] as const]
      : [],
  ),
)

/** What a page of the desk sends to the route of a path that reads a form. */
export const formOf = (path: string): Record<string, string> => ({
  ...Object.fromEntries((fields.get(path) ?? []).map((field) => [field, sampleOf(field)])),
  ...marked[path],
  ...chosen[path],
})

export const reads = ({ form }: Route) => form !== undefined
/** Whether it is of the pages of who runs the desk. */
export const isOffice = (path: string) => `${path}/`.startsWith(`${paths.office.page}/`)
const hasId = ({ path }: Route) => path.includes(ID)

/** Answered without the store, or out of what the node has at hand: it may well be broken. */
const apart = new Set<string>([
  ...[paths.robots, paths.up, paths.probe.stream, paths.probe.socket],
  ...[paths.manifest, paths.worker],
  // Says on the page that it cannot read, and reads when it can.
  paths.chat.outlook,
  ...[chat.typing, chat.seen, chat.rating, chat.presence, chat.invitation],
  // What sites may do is at hand; who is forgotten is so in their browser alone.
  ...[paths.widget.page, chat.forgetting, chat.attributes],
  // One that goes on is at hand, and is no past one.
  ...[chat.pastOne(ID), chat.pastReopening(ID), chat.pastRating(ID)],
  // Whether it is seen while it is written is at hand too.
  chat.sneakPeek,
  // What it is signed with is looked at first.
  ...[chat.back(ID), chat.sentTranscript(ID), paths.letters.stop(':hash')],
])
const needsStore = ({ path }: Route) => !apart.has(path) && !path.startsWith(paths.static(''))

/** Those that take something from a limit before anything else can be wrong. */
const limited = new Set<string>([
  ...[session.signIn, chat.page, chat.messages, chat.typing, chat.seen, chat.closure],
  ...[
    workbench.messages(ID),
    workbench.notes(ID),
    workbench.tags(ID),
    workbench.acceptance(ID),
    workbench.refusal(ID),
  ],
  ...[workbench.closure(ID), workbench.seen(ID), workbench.typing(ID)],
  ...[chat.presence, workbench.presence],
])

/** What somebody is answered at a door that is not for them, for want of a cookie. */
export const doorway = (
  { permission, method, live }: Pick<Route, 'permission' | 'method' | 'live'>,
  accept: Asked['accept'],
): number => {
  if (permission === 'visitor') return 404
  return method === 'GET' && accept === 'page' && !live ? 303 : 401
}

/**
 * Something that can be wrong with a request: where it can be, how it is brought about and
 * answered. `expected` is a status for every form of answer, or one for pages of their own.
 */
export type Case = {
  name: string
  on: (route: Route) => boolean
  asked?: Asked & { method?: string; id?: string }
  signedOut?: boolean
  around?: (app: App, ask: () => Promise<void>) => Promise<void>
  expected: (route: Route, accept: Asked['accept']) => number
}

const isForm = reads
const isPost = ({ method }: Route) => method === 'POST'

/** An id like those the desk makes, which it never made. */
export const MISSING = '0199aaaa-0000-7000-8000-00000000dead'

const isBroken = (status: keyof typeof faults): Case => ({
  name: `the store fails with ${status}`,
  on: needsStore,
  around: (app, ask) => whileBroken(app, faults[status], ask),
  expected: () => status,
})

const things = ['visitors', 'tags', 'providers'].map((page) => paths.office.of(page, ID))
const foundFirst = [...things, paths.customers.account]

export const cases: readonly Case[] = [
  {
    name: 'it comes from another site',
    on: isPost,
    asked: { from: { 'Sec-Fetch-Site': 'cross-site' } },
    expected: () => 403,
  },
  { name: 'it is no method of its', on: () => true, asked: { method: 'PUT' }, expected: () => 405 },
  {
    name: 'nobody is signed in',
    on: ({ permission }) => permission !== 'anyone',
    signedOut: true,
    expected: doorway,
  },
  { name: 'there is no such thing', on: hasId, asked: { id: MISSING }, expected: () => 404 },
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
    // A conversation is no visitor, a department no tag and no service, and Vera no customer, which is found out first.
    on: (route) => isStrict(route) && !foundFirst.some((page) => route.path.startsWith(page)),
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
