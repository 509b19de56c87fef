import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { changeMacro, createMacro, removeMacro } from '../../src/commands/macros/write'
import { until } from '../support/desk'
import { type FollowedDesk, openFollowedDesk } from './harness'

let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
})
afterAll(() => harness.desk.close())

test('a macro that is made, changed or removed elsewhere is so in a room that is open', async () => {
  const { desk } = harness.desk
  const { conversation } = await harness.talk()
  const room = harness.bench(conversation, 0)
  await until(() => room.has('end-chat'))
  const menu = () => room.swaps('room-head').at(-1) ?? ''
  const act = { 'act.1': 'tag.add', 'value.1': 'Refund' }
  const id = await createMacro(desk, harness.ana, { name: 'Refund', ...act })
  if (isProblem(id)) throw new Error(id.reason)
  await until(() => menu().includes('<bdi>Refund</bdi>'))
  const found = async () => {
    const macro = await desk.store.macros.find(id)
    if (!macro) throw new Error('no macro')
    return macro
  }
  expect(
    await changeMacro(desk, harness.ana, await found(), { name: 'Pay back', ...act }),
  ).toBeNull()
  await until(() => menu().includes('<bdi>Pay back</bdi>'))
  expect(await removeMacro(desk, harness.ana, await found())).toBeNull()
  await until(() => menu() !== '' && !menu().includes('Pay back'))
  room.leave()
})
