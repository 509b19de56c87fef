import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { changeAccount } from '../../src/commands/accounts/change'
import { claim } from '../../src/commands/agents/claim'
import { configureDepartment } from '../../src/commands/departments/configure'
import { changeRole, createRole } from '../../src/commands/roles/write'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'

let desk: TestDesk
let nils: Staff
let role: string
beforeAll(async () => {
  desk = await openTestDesk()
  const made = await createRole(desk.desk, { name: 'Looks on', from: 'agent' })
  if (isProblem(made)) throw new Error(made.reason)
  role = made
  await answers(false)
  nils = await hire(desk, 'Nils', 5, role)
  await goOnDuty(desk, nils)
})
afterAll(() => desk.close())

/** Whether the role allows to answer. */
const answers = async (yes: boolean) => {
  const before = (await desk.desk.store.roles.find(role))?.permissions ?? []
  const permissions = before.filter((one) => one !== 'conversations.reply')
  const change = { permissions: yes ? [...permissions, 'conversations.reply'] : permissions }
  expect(await changeRole(desk.desk, role, change)).toBe(role)
}
const rowOf = (id: string) => desk.desk.store.conversations.row(id)
const agent = () => desk.desk.store.agents.find(nils.id)

describe('row 56: an agent whose role lacks conversations.reply', () => {
  test('is never chosen, however ready and free they are', async () => {
    expect(await agent()).toMatchObject({ status: 'ready', present: true, mayReply: false })
    const { conversation } = await visit(desk, 'Vera')
    await Bun.sleep(150)
    expect((await rowOf(conversation))?.agent).toBeNull()
    // Their own setting says yes all the while.
    expect((await agent())?.settings.mayReply).toBe(true)
  })

  test('takes none by themselves either, nor does who was made so by another role', async () => {
    const { conversation } = await visit(desk, 'Vito')
    const grants = (await desk.desk.store.roles.find(role))?.permissions ?? []
    const outcome = await claim(desk.desk, { ...nils, grants }, conversation)
    expect(isProblem(outcome) && outcome.reason).toBeTruthy()
    const amir = await hire(desk, 'Amir')
    await changeAccount(desk.desk, { id: amir.id }, { role })
    expect(await desk.desk.store.agents.find(amir.id)).toMatchObject({ mayReply: false })
    await changeAccount(desk.desk, { id: amir.id }, { role: 'agent' })
    expect(await desk.desk.store.agents.find(amir.id)).toMatchObject({ mayReply: true })
  })

  test('is given conversations as soon as the role allows it', async () => {
    const { conversation } = await visit(desk, 'Vlad')
    await answers(true)
    await until(async () => (await rowOf(conversation))?.agent === nils.id)
  })

  test('loses what rings at them with the permission', async () => {
    const all = await desk.desk.store.departments.all()
    for (const { id } of all) await configureDepartment(desk.desk, id, { acceptance: 'manual' })
    const { conversation } = await visit(desk, 'Vanja')
    await until(async () => (await rowOf(conversation))?.offeredTo === nils.id)
    await answers(false)
    await until(async () => (await rowOf(conversation))?.offeredTo === null)
    await Bun.sleep(150)
    expect(await rowOf(conversation)).toMatchObject({ offeredTo: null, agent: null })
  })

  test('is not let answer by a change that was not saved', async () => {
    const stale = { permissions: ['conversations.reply'], version: 'another' }
    expect(await changeRole(desk.desk, role, stale)).toMatchObject({ reason: 'changedMeanwhile' })
    expect((await agent())?.mayReply).toBe(false)
    await answers(true)
    const taking = { permissions: ['workbench.use'], version: 'another' }
    expect(await changeRole(desk.desk, role, taking)).toMatchObject({ reason: 'changedMeanwhile' })
    expect((await agent())?.mayReply).toBe(true)
  })
})
