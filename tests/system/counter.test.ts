import { afterAll, beforeAll, expect, test } from 'bun:test'
import { nothingMeasured } from '../../actors/figures/measures'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { say } from '../../src/commands/conversations/say'
import { countAll } from '../support/counting'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const everything = { from: 0, until: 1e6, departments: null, only: {} }

test('what happened in a conversation is counted by its journal', async () => {
  const { store } = desk.desk
  const ana = await hire(desk, 'Ana')
  await setStatus(desk.desk, ana, { status: 'away' })
  const vera = await visit(desk, 'Vera', 'Hello')
  await claim(desk.desk, ana, vera.conversation)
  await until(async () => (await store.conversations.find(vera.conversation))?.state === 'active')
  const words = { text: 'Yes?', client_id: clientId() }
  await say(desk.desk, ana, vera.conversation, words, { address: '::1' })
  await countAll(desk)
  expect(await store.episodes.sums(everything, 'agent')).toMatchObject([
    { key: ana.id, measures: { conversations: 1, ended: 0, answered: 1, agentMessages: 1 } },
  ])
  await end(desk.desk, ana, vera.conversation)
  expect(await rate(desk.desk, vera.person, vera.conversation, { stars: '4' })).toBeNull()
  await countAll(desk)
  const [all] = await store.episodes.sums(everything, 'all')
  const counts = all?.measures ?? nothingMeasured
  const { waitMs, firstAnswerMs, handlingMs, solutionMs } = counts
  expect(counts).toEqual({
    ...{ ...nothingMeasured, waitMs, firstAnswerMs, handlingMs, solutionMs },
    ...{
      conversations: 1,
      ended: 1,
      accepted: 1,
      answered: 1,
      within30s: 1,
      handled: 1,
      solved: 1,
    },
    ...{ ratings: 1, stars: 4, satisfied: 1, visitorMessages: 1, agentMessages: 1 },
  })
  expect(solutionMs).toBeGreaterThanOrEqual(firstAnswerMs)
  expect(waitMs + handlingMs).toBeLessThanOrEqual(solutionMs + 1)
  const [one] = await store.episodes.list(everything, null, 5)
  expect(one).toMatchObject({ nth: 1, agent: ana.id, rating: 4, endedBy: 'agent', tags: [] })
})
