import type { Person, Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { say } from '../../src/commands/conversations/say'
import type { List } from '../../views/workbench/inbox/lists'
import type { TestClock } from '../support/clock'
import { asks, clientId, goOnDuty, hire, openTestDesk, visit } from '../support/desk'
import { Screen } from './page'

/** Over loopback, where connections are not counted. */
const from = { address: '127.0.0.1' }

const readerOf = (person: Person) => ({
  audience: asks(person),
  language: 'en' as const,
  zone: 'UTC',
  viewer: person.id,
})

/** A desk with Ana on duty, and the pages of whoever follows a conversation there. */
export const openFollowedDesk = async ({ clock, until }: Pick<TestClock, 'clock' | 'until'>) => {
  const desk = await openTestDesk({ clock })
  const ana = await hire(desk, 'Ana', 50)
  await goOnDuty(desk, ana)
  const { store, bus } = desk.desk
  return {
    desk,
    ana,
    store,
    bus,
    async write(person: Person, conversation: string, text: string) {
      const form = { text, client_id: clientId() }
      const said = await say(desk.desk, person, conversation, form, from)
      if (isProblem(said)) throw new Error(said.reason)
    },
    /** A conversation that Ana holds: entries 1 (said) and 2 (Ana joined). */
    async talk(name = 'Vera') {
      const visited = await visit(desk, name)
      const state = async () => (await store.conversations.find(visited.conversation))?.state
      await until(async () => (await state()) === 'active')
      return visited
    },
    follow(person: Visitor, conversation: string, after: number | null) {
      const screen = new Screen(true)
      const seen = { conversation, after, reader: readerOf(person) }
      desk.web.feeds.visitor(person, seen, screen, from)
      return screen.open()
    },
    /** Ana's page with a conversation open, or none; `check` is asked whether she is signed in. */
    bench(
      conversation: string | null,
      after: number,
      check = async (): Promise<Staff | null> => ana,
      list: List = { view: 'mine' },
    ) {
      const screen = new Screen()
      const reader = readerOf(ana)
      const room = conversation === null ? null : { conversation, after, reader }
      const seen = { reader, list, selected: conversation, room }
      desk.web.feeds.workbench({ staff: ana, check }, seen, screen, from)
      return screen.open()
    },
  }
}

export type FollowedDesk = Awaited<ReturnType<typeof openFollowedDesk>>
