import { paths } from '../../views/paths'
import { PASSWORD, type TestDesk } from '../support/desk'

const ORIGIN = 'http://desk.test'

export type Answer = { status: number; headers: Headers; text: string }
type Asked = {
  form?: Record<string, string>
  json?: unknown
  headers?: Record<string, string>
  cookie?: string
}

/** Asks the desk's pages as a browser of this site would; `headers` say what is different. */
export const askOf =
  (desk: TestDesk) =>
  async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const body =
      asked.json === undefined
        ? asked.form && new URLSearchParams(asked.form)
        : JSON.stringify(asked.json)
    const headers = {
      Host: new URL(ORIGIN).host,
      ...(method === 'GET' ? {} : { Origin: ORIGIN }),
      ...(asked.cookie ? { Cookie: asked.cookie } : {}),
      ...(asked.json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...asked.headers,
    }
    const response = await desk.request(path, { method, headers, ...(body ? { body } : {}) })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
export type Ask = ReturnType<typeof askOf>

export const htmx = { 'HX-Request': 'true' }
export const json = { Accept: 'application/json' }

/** `bellhop-name=value` of a cookie that an answer sets. */
export const cookieIn = ({ headers }: Answer, name: string): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(`bellhop-${name}=`)) ?? ''

/** Signs in: the cookie. */
export const signIn = async (ask: Ask, name: string): Promise<string> => {
  const form = { email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }
  return cookieIn(await ask('POST', paths.session.signIn, { form }), 'session')
}
