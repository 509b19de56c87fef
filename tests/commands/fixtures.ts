import { afterAll, expect } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import type { Person } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { createAccount } from '../../src/commands/accounts/create'
import { end } from '../../src/commands/conversations/end'
import { say } from '../../src/commands/conversations/say'
import { signIn } from '../../src/commands/sessions/sign-in'
import { clientId, PASSWORD } from '../support/desk'
import { from, openHarness } from './harness'

/** One harness for all tests of a file. */
export const openForAll = async () => {
  const harness = await openHarness()
  afterAll(() => harness.close())
  return harness
}

/** A conversation of Vera's in Ana's hands; Amir, a colleague, came later. */
export const openTalk = async () => {
  const harness = await openForAll()
  const ana = await harness.staff('Ana')
  const { person: vera, id } = await harness.visitor()
  const amir = await harness.staff('Amir')
  return {
    ...{ harness, ana, amir, vera, id },
    write: (person: Person, text: unknown, more: object = {}, where: unknown = id) =>
      say(harness.desk, person, where as string, { text, client_id: clientId(), ...more }, from),
    /** How many entries there are, of all conversations. */
    count: () => harness.look<{ n: number }>('select count(*) as n from entries')[0]?.n,
  }
}

/** A desk where Ana has room for all, and conversations that she answered and their visitors ended. */
export const openEnded = async () => {
  const harness = await openForAll()
  const ana = await harness.staff('Ana', { capacity: 50 })
  return {
    ...{ harness, ana },
    async ended(name = 'Vera') {
      const visit = await harness.visitor(name)
      const answer = { text: 'Hello', client_id: clientId() }
      expect(isProblem(await say(harness.desk, ana, visit.id, answer, from))).toBe(false)
      expect(await end(harness.desk, visit.person, visit.id)).toBeNull()
      await harness.rest()
      return visit
    },
    stateOf: async (id: string) => (await harness.row(id))?.state,
    /** The codes of what its transcript tells, oldest first. */
    notices: async (id: string) =>
      (await harness.desk.store.transcripts.last(id, 50)).flatMap(
        (entry) => noticeOf(entry)?.code ?? [],
      ),
  }
}

/** A desk without agents, and a door: `make` gives somebody an account, `enter` signs them in. */
export const openDoor = async () => {
  const harness = await openForAll()
  return {
    harness,
    make: (email: string, more: object = {}) =>
      createAccount(harness.desk, { email, name: 'Ana', password: PASSWORD, ...more }, 'agent'),
    enter: async (email: unknown, password: unknown = PASSWORD, { address } = from) => {
      const came = await signIn(harness.desk, { email, password }, { address })
      if ('half' in came) throw new Error('a second factor is asked for')
      return came
    },
  }
}
