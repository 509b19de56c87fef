import { ask, type Told } from './ask'

/** Cookies as a browser keeps them: the last of each name. */
export const jar = (...cookies: string[]): string => {
  const kept = new Map(cookies.filter(Boolean).map((one) => [one.split('=')[0], one]))
  return [...kept.values()].join('; ')
}

type Account = { email: string; password: string }

/** Answers the cookie. */
export const signIn = async (url: string, who: Account): Promise<string> => {
  const signed = await ask(`${url}/sign-in`, {
    form: { email: who.email, password: who.password },
    within: 20_000,
  })
  const cookie = jar(...signed.cookies)
  if (signed.status >= 400 || cookie === '')
    throw new Error(`${who.email} cannot sign in: ${signed.status} ${signed.text.slice(0, 500)}`)
  return cookie
}

/** Signs an agent in and puts them on duty. Answers their cookie. */
export const goOnDuty = async (url: string, who: Account): Promise<string> => {
  const cookie = await signIn(url, who)
  const ready = await ask(`${url}/workbench/status`, {
    cookie,
    form: { status: 'ready' },
    within: 20_000,
  })
  if (ready.status >= 400) throw new Error(`not on duty: ${ready.status} ${ready.text}`)
  return cookie
}

/** Opens the page as a new visitor does and asks for help. Answers their cookie. */
export const startChat = async (
  url: string,
  what: { name: string; text: string; clientId: string; cookie?: string },
): Promise<Told & { cookie: string }> => {
  const page = what.cookie ? undefined : await ask(`${url}/chat`, { within: 15_000 })
  const before = what.cookie ?? jar(...(page?.cookies ?? []))
  const told = await ask(`${url}/chat`, {
    cookie: before,
    form: { name: what.name, text: what.text, client_id: what.clientId },
    within: 15_000,
  })
  return { ...told, cookie: jar(before, ...told.cookies) }
}

/** Conversations that an agent's workbench shows, by their links. */
export const conversationsOn = (page: string): string[] => [
  ...new Set(
    [...page.matchAll(/\/workbench\/conversations\/([0-9a-f-]{36})/g)].map((m) => m[1] ?? ''),
  ),
]
