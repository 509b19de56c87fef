import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { end, rate, reopen } from '../../src/commands/conversations'
import { transfer } from '../../src/commands/transfers'
import type { View } from '../../views/workbench/inbox/lists'
import { goOnDuty, hire, until, visit } from '../support/desk'
import { type Hall, openHall } from './hall'
import type { Screen } from './page'

let hall: Hall
let amir: Staff
beforeAll(async () => {
  hall = await openHall()
  amir = await hire(hall.desk, 'Amir')
})
afterAll(() => hall.desk.close())

/** Ana's page with one of the lists, after its first look. */
const listing = async (view: View) => {
  const screen = hall.bench(null, 0, undefined, { view })
  await until(() => screen.swaps('inbox').length > 0)
  return screen
}
const newest = (screen: Screen) => screen.swaps('inbox').at(-1) ?? ''
const holder = async (id: string) => (await hall.store.inbox.conversation(id))?.agent

/** One that Ana had first, and Amir holds now. */
const handedToAmir = async () => {
  const talk = await hall.talk('Vera')
  await goOnDuty(hall.desk, amir)
  await until(async () => (await hall.store.inbox.agent(amir.id))?.present)
  const to = `agent:${amir.id}`
  expect(await transfer(hall.desk.desk, hall.ana, talk.conversation, { to })).toBeNull()
  await until(async () => (await holder(talk.conversation)) === amir.id)
  return talk
}

describe('the list of what is closed', () => {
  test('gets what a colleague closed, its stars, and loses what goes on', async () => {
    const { desk } = hall.desk
    const { conversation, person } = await handedToAmir()
    const screen = await listing('closed')
    expect(newest(screen)).not.toContain(`c-${conversation}`)
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
    const mine = (html: string) => Number(/Mine<span class="tab-count">(\d+)/.exec(html)?.[1])
    const before = mine(newest(screen))
    const { conversation } = await visit(hall.desk, 'Vito')
    await until(async () => await holder(conversation))
    if ((await holder(conversation)) !== hall.ana.id) {
      const to = `agent:${hall.ana.id}`
      expect(await transfer(hall.desk.desk, amir, conversation, { to })).toBeNull()
    }
    await until(() => mine(newest(screen)) > before)
    screen.leave()
  })
})
