import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Staff } from '../../actors/people'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, until, visit } from '../support/desk'
import { type Answer, askOf, json, signIn } from './ask'

export type Sent = string | Uint8Array<ArrayBuffer>

/** A form with files, by name and what is in them. */
export const formWith = (fields: Record<string, string>, files: readonly [string, Sent][]) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, bytes] of files) form.append('file', new File([bytes], name))
  return form
}

type Init = { headers?: Record<string, string>; body?: BodyInit }

/** A desk on a port, with Ana on duty, and visitors who hold a conversation with her. */
export const openFileDesk = async (env: Record<string, string> = {}) => {
  const desk = await openTestDesk({ clock: systemClock, env })
  const ask = askOf(desk)
  const ana = await hire(desk, 'Ana', 50)
  const amir = await hire(desk, 'Amir', 50)
  await goOnDuty(desk, ana)
  const cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }
  const url = desk.serve()
  /** Over a real connection: what is sent comes as it would. */
  const request = async (
    method: string,
    path: string,
    cookie: string,
    { headers, body }: Init = {},
  ): Promise<Answer & { bytes: Uint8Array }> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { Host: 'desk.test', Origin: 'http://desk.test', Cookie: cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = Buffer.from(bytes).toString()
    return { status: answer.status, headers: answer.headers, text, bytes }
  }
  const person = (cookie: string) => ({
    cookie,
    get: (path: string, headers?: Record<string, string>) =>
      request('GET', path, cookie, { ...(headers ? { headers } : {}) }),
    post: (path: string, body: BodyInit, headers: Record<string, string> = json) =>
      request('POST', path, cookie, { body, headers }),
  })
  return {
    ...desk,
    ...{ url, ask, ana, amir, staff: { ana: person(cookies.ana), amir: person(cookies.amir) } },
    /** Somebody new, whom Ana serves. */
    async visitor(name = 'Vera') {
      const { conversation, token, person: who } = await visit(desk, name)
      const { store } = desk.desk
      await until(async () => (await store.conversations.find(conversation))?.state === 'active')
      const browser = person(`visitor=${token}`)
      const send = (form: FormData, headers?: Record<string, string>) =>
        browser.post(paths.chat.files, form, headers)
      return { ...browser, send, conversation, who }
    },
    /** The names of all that lies in the folder of files. */
    onDisk: (): string[] => {
      try {
        return readdirSync(join(desk.config.dataDir, 'files'), {
          recursive: true,
          withFileTypes: true,
        })
          .filter((one) => one.isFile())
          .map(({ name }) => name)
      } catch {
        return []
      }
    },
    /** What the desk knows of files that were never said. */
    unsaid: () => desk.desk.store.files.unsaid(Number.MAX_SAFE_INTEGER, 1000),
  }
}
export type FileDesk = Awaited<ReturnType<typeof openFileDesk>>
export type Ana = Staff
