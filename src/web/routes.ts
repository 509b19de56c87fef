import { paths } from '../../views/paths'

/** Who a route is for. What they may do there is decided by the commands and `may`. */
export type Who = 'anyone' | 'visitor' | 'staff'
export type Route = { method: 'GET' | 'POST'; path: string; who: Who }

const get = (path: string, who: Who): Route => ({ method: 'GET', path, who })
const post = (path: string, who: Who): Route => ({ method: 'POST', path, who })
const { chat, workbench, session } = paths
const id = ':id'

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

/** Every route there is. A handler without its line here does not start, nor a line without one. */
export const routes: readonly Route[] = [
  get(paths.home, 'anyone'),
  get(paths.up, 'anyone'),
  get(paths.ready, 'anyone'),
  get(paths.probe.stream, 'anyone'),
  get(paths.probe.socket, 'anyone'),
  get(paths.static(':file'), 'anyone'),
  get(paths.install, 'anyone'),
  post(paths.install, 'anyone'),
  get(session.signIn, 'anyone'),
  post(session.signIn, 'anyone'),
  post(session.signOut, 'anyone'),
  post(paths.language, 'anyone'),
  post(paths.theme, 'anyone'),
  get(chat.page, 'anyone'),
  post(chat.page, 'anyone'),
  post(chat.messages, 'anyone'),
  get(chat.tailBase, 'visitor'),
  get(chat.feedBase, 'visitor'),
  get(chat.socketBase, 'visitor'),
  post(chat.typing, 'visitor'),
  post(chat.seen, 'visitor'),
  post(chat.closure, 'visitor'),
  post(chat.reopening, 'visitor'),
  post(chat.rating, 'visitor'),
  get(workbench.page, 'staff'),
  get(workbench.feedBase, 'staff'),
  get(workbench.socketBase, 'staff'),
  post(workbench.status, 'staff'),
  get(workbench.conversation(id), 'staff'),
  get(workbench.decisions(id), 'staff'),
  get(workbench.tailBase(id), 'staff'),
  post(workbench.messages(id), 'staff'),
  post(workbench.claim(id), 'staff'),
  post(workbench.acceptance(id), 'staff'),
  post(workbench.refusal(id), 'staff'),
  post(workbench.transfer(id), 'staff'),
  post(workbench.closure(id), 'staff'),
  post(workbench.seen(id), 'staff'),
  post(workbench.typing(id), 'staff'),
]

const all = routes.map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`),
}))
const patterns = all.filter(({ path }) => path.includes(':'))

/** Those whose path names nothing, to be found without trying the others. */
const plain = new Map(
  routes.filter(({ path }) => !path.includes(':')).map((route) => [nameOf(route), route]),
)

/** The route a request is for; undefined when there is none of that method and path. */
export const routeOf = (method: string, path: string): Route | undefined =>
  plain.get(nameOf({ method, path })) ??
  patterns.find((route) => route.method === method && route.pattern.test(path))

const frames = [chat.tailBase, workbench.tailBase(id)]

/** Whether a page of ours may hold this one in a frame. */
export const isFramed = (path: string): boolean => {
  const route = routeOf('GET', path)
  return route !== undefined && frames.includes(route.path)
}

/** The methods an address answers to, for 405; empty when it leads nowhere. */
export const methodsOf = (path: string): string[] =>
  all.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)

/** Throws when handlers and table differ. */
export const assertRoutes = (handled: readonly { method: string; path: string }[]) => {
  const real = new Set(handled.filter(({ method }) => method !== 'ALL').map(nameOf))
  const listed = new Set(routes.map(nameOf))
  const different = [...real.symmetricDifference(listed)]
  if (different.length > 0)
    throw new Error(`routes and their table differ: ${different.join(', ')}`)
}
