import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { reopen } from '../../src/commands/conversations/reopen'
import { seen } from '../../src/commands/conversations/seen'
import { transfer } from '../../src/commands/conversations/transfer'
import type { View } from '../../views/workbench/inbox/lists'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, visit } from '../support/desk'
import { type FollowedDesk, openFollowedDesk } from './harness'
import type { Screen } from './page'

const testClock = openTestClock()
const { until } = testClock

let harness: FollowedDesk
let amir: Staff
beforeAll(async () => {
  harness = await openFollowedDesk(testClock)
  amir = await hire(harness.desk, 'Amir')
})
afterAll(() => harness.desk.close())

/** Ana's page with one of the lists, after its first look. */
const listing = async (view: View) => {
  const screen = harness.bench(null, 0, undefined, { view })
  await until(() => screen.swaps('inbox').length > 0)
  return screen
}
const newest = (screen: Screen) => screen.inbox
const holder = async (id: string) => (await harness.store.conversations.find(id))?.agent

/** One that Amir holds, whoever got it first. */
const handedToAmir = async () => {
  const talk = await visit(harness.desk, 'Vera')
  const first = await until(() => holder(talk.conversation))
  await goOnDuty(harness.desk, amir)
  await until(async () => (await harness.store.agents.find(amir.id))?.present)
  const to = `agent:${amir.id}`
  if (first === harness.ana.id)
    expect(await transfer(harness.desk.desk, harness.ana, talk.conversation, { to })).toBeNull()
  await until(async () => (await holder(talk.conversation)) === amir.id)
  return talk
}

describe('the list of what is an agent’s own', () => {
  test('marks what comes from a colleague until it was seen', async () => {
    const { desk } = harness.desk
    const { conversation } = await handedToAmir()
    const { lastSeq } = (await harness.store.conversations.row(conversation)) ?? { lastSeq: 0 }
    await seen(desk, amir, conversation, lastSeq)
    expect(await harness.store.conversations.row(conversation)).toMatchObject({ unread: 0 })
    const screen = await listing('mine')
    await transfer(desk, amir, conversation, { to: `agent:${harness.ana.id}` })
    await until(() => newest(screen).includes(`c-${conversation}`))
    const row = newest(screen)
      .split('<li')
      .find((html) => html.includes(conversation))
    expect(row).toContain('1 unread message')
    const newer = (await harness.store.conversations.row(conversation))?.lastSeq ?? 0
    await seen(desk, harness.ana, conversation, newer)
    await until(() => screen.swaps(`c-${conversation}`).length > 0)
    expect(screen.swaps(`c-${conversation}`).at(-1)).not.toContain('unread')
    screen.leave()
  })
})

describe('the list of what is closed', () => {
  test('gets what a colleague closed, its stars, and loses what goes on', async () => {
    const { desk } = harness.desk
    const { conversation, person } = await handedToAmir()
    const screen = await listing('closed')
    expect(newest(screen)).not.toContain(`c-${conversation}`)
    await harness.write(amir, conversation, 'Here it is')
    expect(await end(desk, amir, conversation)).toBeNull()
    await until(() => newest(screen).includes(`c-${conversation}`))
    expect(await rate(desk, person, conversation, { stars: '4' })).toBeNull()
    await until(() => screen.swaps(`c-${conversation}`).at(-1)?.includes('4 of 5 stars'))
    expect(await reopen(desk, person, conversation)).toBeNull()
    await until(() => !newest(screen).includes(`c-${conversation}`))
    screen.leave()
  })

  test('has live figures on its tabs', async () => {
    const screen = await listing('closed')
    const mine = (html: string) => Number(/"count-mine" class="tab-count">(\d+)/.exec(html)?.[1])
    const before = mine(newest(screen))
    const { conversation } = await visit(harness.desk, 'Vito')
    await until(async () => await holder(conversation))
    if ((await holder(conversation)) !== harness.ana.id) {
      const to = `agent:${harness.ana.id}`
      expect(await transfer(harness.desk.desk, amir, conversation, { to })).toBeNull()
    }
    await until(() => mine(newest(screen)) > before)
    screen.leave()
  })
})
