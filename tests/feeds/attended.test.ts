import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { type Address, addressOf } from '../../actors/address'
import type { AgentContext } from '../../actors/agent/context'
import { initialTimings } from '../../actors/department/settings'
import { noticeOf } from '../../actors/entry'
import { GRACE_MS } from '../../actors/limits'
import type { Staff } from '../../actors/people'
import { disableAccount } from '../../src/commands/accounts/disable'
import { enableAccount } from '../../src/commands/accounts/enable'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { wordsIn } from '../../views/words'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { Screen } from './page'

const words = wordsIn('en').chat

const { clock, pass, until } = openTestClock()

let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ana = await hire(desk, 'Ana', 1)
  await goOnDuty(desk, ana)
})
afterAll(() => desk.close())

type Visited = Awaited<ReturnType<typeof visit>>

const stateOf = async ({ conversation }: Visited) =>
  (await desk.desk.store.conversations.find(conversation))?.state
const come = async (name: string, state: string) => {
  const visited = await visit(desk, name)
  await until(async () => (await stateOf(visited)) === state)
  return { ...visited, screen: follow(visited) }
}
const follow = ({ person, conversation }: Visited) => {
  const screen = new Screen()
  const reader = { audience: 'visitor', language: 'en', zone: 'UTC', viewer: person.id } as const
  const seen = { conversation, after: 0, reader }
  desk.web.feeds.visitor(person, seen, screen, { address: '127.0.0.1' })
  return screen.open()
}
/** What the page says of them now. */
const shown = ({ screen }: { screen: Screen }) => screen.swaps('status').at(-1) ?? ''
const shows = (who: { screen: Screen }, text: string) => until(() => shown(who).includes(text))
const become = (status: string) => setStatus(desk.desk, ana, { status })
const notices = async ({ conversation }: Visited) =>
  (await desk.desk.store.transcripts.last(conversation, 50)).flatMap(
    (entry) => noticeOf(entry)?.code ?? [],
  )

const floorOf = async () =>
  (await desk.desk.store.turns.reads({ department: 'support', line: 0, conversation: null })).floor
const memory = async (address: Address) =>
  (await desk.desk.store.turns.load(address))?.snapshot.context

describe('who waits knows whether anybody is there', () => {
  let held: Awaited<ReturnType<typeof come>>
  let waits: Awaited<ReturnType<typeof come>>
  beforeEach(async () => {
    await become('ready')
    held = await come('Vera', 'active')
    waits = await come('Vito', 'waiting')
    await shows(waits, words.next)
  })
  afterEach(async () => {
    for (const { person, conversation, screen } of [waits, held]) {
      screen.leave()
      await end(desk.desk, person, conversation)
    }
    await until(async () => (await desk.desk.store.conversations.lineOrder('support')).length === 0)
  })

  test('when the last one goes away, and when they are there again', async () => {
    await become('away')
    await shows(waits, words.leftAlone)
    expect(shown(waits)).toContain('data-state="left"')
    await become('ready')
    await shows(waits, words.next)
    // It is read from the floor: nothing is written into anybody's transcript for it.
    expect(await notices(waits)).toEqual([])
    expect(await stateOf(waits)).toBe('waiting')
  })

  test('when they go off, and whom they talked to is told as well', async () => {
    await become('off')
    await shows(waits, words.leftAlone)
    await shows(held, 'data-state="left"')
    await shows(held, words.leftHelped)
    await become('ready')
    await shows(held, 'data-state="active"')
    await shows(waits, words.next)
  })

  test('when their account is disabled', async () => {
    const whose = { role: 'agent', email: 'ana@desk.test' } as const
    await disableAccount(desk.desk, whose)
    await shows(waits, words.leftAlone)
    await enableAccount(desk.desk, whose)
    await become('ready')
    await shows(waits, words.next)
  })

  test('not before an agent out of reach has had their time to come back', async () => {
    const address = addressOf('agent', ana.id)
    const [node = ''] = ((await memory(address)) as AgentContext).nodes
    const reach = (type: 'appeared' | 'vanished') =>
      desk.desk.system.send(address, { type, at: desk.desk.clock.now(), node })
    await reach('vanished')
    const before = waits.screen.swaps('status').length
    await until(async () => (await floorOf())[0]?.present === false)
    // One who comes now is promised somebody, too.
    const late = await come('Vida', 'waiting')
    await shows(late, words.place(2))
    expect(await notices(late)).toEqual([])
    expect(waits.screen.swaps('status').slice(before).join()).not.toContain(words.leftAlone)
    await pass(GRACE_MS)
    await end(desk.desk, late.person, late.conversation)
    await shows(waits, words.leftAlone)
    await reach('appeared')
    late.screen.leave()
  })

  test('and who left a message waits when somebody is there in time, and no longer', async () => {
    await become('away')
    const left = await come('Vida', 'left')
    await shows(left, words.leftLead)
    await become('ready')
    await shows(left, words.place(2))
    await pass(initialTimings.patience)
    await shows(left, words.leftLead)
    expect(shown(left)).toContain('data-state="left"')
    await end(desk.desk, left.person, left.conversation)
    left.screen.leave()
  })
})
