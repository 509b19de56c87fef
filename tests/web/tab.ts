import { expect } from 'bun:test'
import { paths } from '../../views/paths'
import type { TestDesk } from '../support/desk'

export type Page = { status: number; headers: Headers; text: string }
type Asked = { accept?: 'page' | 'fragment' | 'json'; headers?: Record<string, string> }

const accepts = {
  page: { Accept: 'text/html' },
  fragment: { Accept: 'text/html', 'HX-Request': 'true' },
  json: { Accept: 'application/json' },
} as const

/** A tab of a browser of somebody new, without JavaScript: it keeps cookies and sends forms. */
export const openTab = (desk: Pick<TestDesk, 'request'>) => {
  const jar = new Map<string, string>()

  const send = async (path: string, init: RequestInit, { accept = 'page', headers }: Asked) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await desk.request(path, {
      ...init,
      headers: {
        Host: 'desk.test',
        'Sec-Fetch-Site': 'same-origin',
        Cookie: cookie,
        ...accepts[accept],
        ...headers,
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  const get = (path: string, asked: Asked = {}): Promise<Page> => send(path, {}, asked)
  const post = (
    path: string,
    form: Record<string, string> = {},
    asked: Asked = {},
  ): Promise<Page> => send(path, { method: 'POST', body: new URLSearchParams(form) }, asked)

  return {
    jar,
    get,
    post,
    /** Sends a form and goes where it leads: the page after it, and its address. */
    async submit(path: string, form: Record<string, string> = {}) {
      const sent = await post(path, form)
      const to = sent.headers.get('Location')
      if (sent.status !== 303 || to === null)
        throw new Error(`${path}: ${sent.status} ${sent.text}`)
      return { to, ...(await get(to.replace(/#.*/, ''))) }
    },
  }
}
export type Tab = ReturnType<typeof openTab>

/** Somebody new who has asked, and was led to the line that says so. */
export const beginChat = async (
  desk: Pick<TestDesk, 'request'>,
  text = 'Good morning',
  name = 'Vera',
): Promise<Tab> => {
  const tab = openTab(desk)
  const { page: address } = paths.chat
  const form = { name, text, client_id: hidden(await tab.get(address), 'client_id') }
  const begun = await tab.submit(address, form)
  expect(begun.to).toBe(`${address}#e-${form.client_id}`)
  return tab
}

/** What is written in the transcript of a page or a fragment, in its order. */
export const saidOn = ({ text }: Pick<Page, 'text'>): string[] =>
  [
    ...text.matchAll(/data-seq="\d+" data-kind="said"[\s\S]*?class="body"[^>]*>([\s\S]*?)<\/div>/g),
  ].map(([, body = '']) => body)

/** The hidden field of a page's form. */
export const hidden = ({ text }: Pick<Page, 'text'>, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

/** Which forms a page has, by where they lead. */
export const actionsOf = ({ text }: Pick<Page, 'text'>): string[] =>
  [...text.matchAll(/<form[^>]*\saction="([^"]+)"/g)].map(([, action = '']) => action)
