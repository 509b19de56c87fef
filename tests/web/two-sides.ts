import { expect } from 'bun:test'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { openFollowedDesk } from '../feeds/harness'
import { clientId, hire, until } from '../support/desk'
import { askOf, json, signIn } from './ask'

const { chat, workbench } = paths
type Form = Record<string, string>
type Asked = { headers?: Record<string, string> }

/** A desk of Ana and Amir, and talks with Ana in which either side writes; `later` moves its clock, ms. */
export const openTwoSides = async () => {
  const time = { later: 0 }
  const clock = { ...systemClock, now: () => Date.now() + time.later }
  const harness = await openFollowedDesk({ clock, until })
  const ask = askOf(harness.desk)
  await hire(harness.desk, 'Amir')
  const cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }

  /** A talk with Ana, and how either side writes in it and changes what it wrote. */
  const begin = async () => {
    const { person, conversation, token } = await harness.talk()
    const vera = `visitor=${token}`
    const entry = workbench.entry(conversation)
    const post = (cookie: string, path: string, form: Form, asked: Asked = {}) =>
      ask('POST', path, { cookie, form, ...asked })
    const writes = async (cookie: string, path: string, text: string, more: Form = {}) => {
      const form = { text, client_id: clientId(), ...more }
      expect((await post(cookie, path, form, { headers: json })).status).toBe(201)
      return form.client_id
    }
    return {
      ...{ person, conversation, vera, entry, post },
      veraSays: (text: string) => writes(vera, chat.messages, text),
      anaSays: (text: string) => writes(cookies.ana, workbench.messages(conversation), text),
      anaNotes: (text: string) => writes(cookies.ana, workbench.notes(conversation), text),
      page: async (cookie = vera) => {
        const path = cookie === vera ? chat.page : workbench.conversation(conversation)
        return (await ask('GET', path, { cookie })).text
      },
    }
  }
  return { harness, ask, cookies, time, begin, close: () => harness.desk.close() }
}
export type TwoSides = Awaited<ReturnType<typeof openTwoSides>>
