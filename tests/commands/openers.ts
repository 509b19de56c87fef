import { afterAll } from 'bun:test'
import type { Person } from '../../actors/people'
import { createAccount } from '../../src/commands/accounts/create'
import { say } from '../../src/commands/conversations/say'
import { signIn } from '../../src/commands/sessions/sign-in'
import { clientId, PASSWORD } from '../support/desk'
import { from, openCounter } from './counter'

/** One counter for all tests of a file. */
export const openForAll = async () => {
  const counter = await openCounter()
  afterAll(() => counter.close())
  return counter
}

/** A conversation of Vera's in Ana's hands; Amir, a colleague, came later. */
export const openTalk = async () => {
  const counter = await openForAll()
  const ana = await counter.staff('Ana')
  const { person: vera, id } = await counter.visitor()
  const amir = await counter.staff('Amir')
  return {
    ...{ counter, ana, amir, vera, id },
    write: (person: Person, text: unknown, more: object = {}, where: unknown = id) =>
      say(counter.desk, person, where as string, { text, client_id: clientId(), ...more }, from),
    /** How many entries there are, of all conversations. */
    count: () => counter.look<{ n: number }>('select count(*) as n from entries')[0]?.n,
  }
}

/** A desk without agents, and a door: `make` gives somebody an account, `enter` signs him in. */
export const openDoor = async () => {
  const counter = await openForAll()
  return {
    counter,
    make: (email: string, more: object = {}) =>
      createAccount(counter.desk, { email, name: 'Ana', password: PASSWORD, ...more }, 'agent'),
    enter: (email: unknown, password: unknown = PASSWORD, { address } = from) =>
      signIn(counter.desk, { email, password }, { address }),
  }
}
