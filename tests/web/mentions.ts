import { expect } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { openFollowedDesk } from '../feeds/harness'
import { openTestClock } from '../support/clock'
import { clientId, hire, PASSWORD, type TestDesk } from '../support/desk'
import { NOTE } from '../support/leaks'
import { withQuickPasswords } from '../support/quick-passwords'
import { askOf, json, signIn } from './ask'

const { workbench } = paths

/** Somebody who answers for another department alone: the id of that. */
const hireElsewhere = async ({ desk }: TestDesk, name: string): Promise<string> => {
  const department = await createDepartment(desk, { name: 'Billing' })
  if (isProblem(department)) throw new Error(department.reason)
  const account = { email: `${name.toLowerCase()}@desk.test`, name, password: PASSWORD }
  const place = { departments: [department], capacity: 5 }
  const id = await hireAgent(withQuickPasswords(desk), account, place)
  if (isProblem(id)) throw new Error(id.reason)
  return department
}

/** A desk where Ana, Amir and Sina know each other, and Billy sits elsewhere; Ana holds what comes. */
export const openMentions = async () => {
  const clock = openTestClock()
  const harness = await openFollowedDesk(clock)
  const ask = askOf(harness.desk)
  const amir = await hire(harness.desk, 'Amir')
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  // The first that was made is the default one.
  await clock.pass(1_000)
  const billing = await hireElsewhere(harness.desk, 'Billy')
  const cookies = {
    ...{ ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') },
    ...{ sina: await signIn(ask, 'Sina'), billy: await signIn(ask, 'Billy') },
  }
  const post = (path: string, form: Record<string, string> = {}, cookie = cookies.ana) =>
    ask('POST', path, { cookie, form, headers: json })
  const bench = async (cookie = cookies.amir, view = 'mentions') =>
    (await ask('GET', `${workbench.page}?view=${view}`, { cookie })).text
  const reader = { agent: amir.id, departments: amir.departments }
  const unseen = async () =>
    (await harness.store.mentions.unseen(reader, 99)).map(({ conversation }) => conversation)
  return {
    ...{ clock, harness, ask, amir, billing, cookies, post, bench, unseen },
    note: async (id: string, text: string, cookie = cookies.ana) => {
      const form = { text: `${NOTE}: ${text}`, client_id: clientId() }
      const answer = await post(workbench.notes(id), form, cookie)
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
      return form.client_id
    },
    /** What their workbench says of how many call them. */
    count: async (cookie = cookies.amir) => countIn(await bench(cookie)),
    open: (id: string, cookie = cookies.amir) => ask('GET', workbench.conversation(id), { cookie }),
    shown: (id: string, entry: string) => harness.store.transcripts.shown(id, entry),
    /** A new conversation, and Amir has seen all that called him before. */
    talk: async (name = 'Vera') => {
      const { conversation } = await harness.talk(name)
      for (const each of await unseen()) await harness.store.mentions.see(amir.id, each, 1e9)
      return conversation
    },
    close: () => harness.desk.close(),
  }
}
export type Mentions = Awaited<ReturnType<typeof openMentions>>

export const countIn = (page: string) => Number(/id="count-mentions"[^>]*>(\d+)</.exec(page)?.[1])
export const isListed = (page: string, id: string) => page.includes(`id="c-${id}"`)
export const isUnread = (page: string, id: string) =>
  page.split(`id="c-${id}"`)[1]?.split('</li>')[0]?.includes('called') ?? false
