import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { changeAccount } from '../../src/commands/accounts/change'
import { disableAccount } from '../../src/commands/accounts/disable'
import { end } from '../../src/commands/conversations/end'
import { sayHere } from '../../src/commands/conversations/say'
import type { Said } from '../../src/commands/conversations/write'
import { start } from '../../src/commands/visitors/start'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { sharedMariadb } from '../support/mariadb'

const mariadb = await sharedMariadb()
let here: TestDesk
let there: TestDesk
beforeAll(async () => {
  const DATABASE_URL = await mariadb.fresh()
  const SECRET = 'Kq8mZr2vT7xWb4nY6cLp9sHd3fJg5aUe'
  here = await openTestDesk({ env: { DATABASE_URL, SECRET } })
  there = await openTestDesk({ env: { DATABASE_URL, SECRET } })
})
afterAll(async () => {
  await Promise.all([here.close(), there.close()])
})

const from = { address: '203.0.113.9', language: 'en' }
const form = (text: string) => ({ text, client_id: clientId() })
const isSaid = (outcome: unknown): outcome is Said => !isProblem(outcome)

test('what a visitor says lands where they are now, though this node last saw them elsewhere', async () => {
  const { person, conversation } = await visit(here, 'Vera')
  const write = (text: string) => sayHere(here.desk, person, form(text), from)
  const first = await write('Is anybody there?')
  expect(isSaid(first) && first.entry.conversation).toBe(conversation)
  // In another tab, through another node.
  expect(await end(there.desk, person, conversation)).toBeNull()
  const ended = await write('Hello?')
  expect(isProblem(ended) && ended.reason).toBe('chatEnded')
  const again = await until(async () => {
    const started = await start(there.desk, person, form('Once more'), from)
    return isProblem(started) ? null : started.conversation
  })
  expect(again).not.toBe(conversation)
  const last = await write('Here I am')
  expect(isSaid(last) && last.entry.conversation).toBe(again)
})

test('of two owners who are taken away on two nodes at once one stays', async () => {
  const { accounts } = here.desk.store
  for (let round = 0; round < 3; round += 1) {
    const [one, two] = [
      await hire(here, `One${round}`, 1, 'owner'),
      await hire(here, `Two${round}`, 1, 'owner'),
    ]
    await until(async () => (await there.desk.store.agents.find(two.id)) ?? null)
    const outcomes = await Promise.all([
      disableAccount(here.desk, { id: one.id }),
      round === 1
        ? changeAccount(there.desk, { id: two.id }, { role: 'agent' })
        : disableAccount(there.desk, { id: two.id }),
    ])
    const reasons = outcomes.filter(isProblem).map(({ reason }) => reason)
    expect(reasons).toEqual(['lastOwner'])
    const owners = (await accounts.all()).filter(
      ({ role, disabledAt }) => role === 'owner' && disabledAt === null,
    )
    expect(owners).toHaveLength(1)
    for (const { id } of [one, two]) await accounts.remove(id)
  }
})
