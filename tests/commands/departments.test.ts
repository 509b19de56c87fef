import { describe, expect, test } from 'bun:test'
import { departmentSettings } from '../../actors/department/settings'
import { isProblem } from '../../actors/problem'
import { seatAgent } from '../../src/commands/agents/seat'
import { contextOf } from '../../src/commands/conversations/access'
import { end } from '../../src/commands/conversations/end'
import { reopen } from '../../src/commands/conversations/reopen'
import { transfer } from '../../src/commands/conversations/transfer'
import { chooseDefault } from '../../src/commands/departments/choose-default'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { defaultDepartment } from '../../src/commands/departments/default'
import { removeDepartment } from '../../src/commands/departments/remove'
import { renameDepartment } from '../../src/commands/departments/rename'
import { restoreDepartment } from '../../src/commands/departments/restore'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { about, named, openHarness, problemOf, told } from './harness'

/** Sales and Support, and Accounts, which was made later and stands before both in the alphabet. */
const openThree = async () => {
  const harness = await openHarness()
  await harness.pass(1000)
  await createDepartment(harness.desk, { id: 'accounts', name: 'Accounts' })
  return {
    ...harness,
    /** Where a visitor comes to who chooses none, and an agent made without one. */
    async defaults() {
      const form = { text: 'Hello', client_id: clientId() }
      const started = await start(harness.desk, null, form, about)
      if (isProblem(started)) throw new Error(started.reason)
      return {
        visitor: (await harness.row(started.conversation))?.department,
        agent: (await defaultDepartment(harness.desk, 'agent'))?.id,
      }
    },
  }
}

test('the department of whoever names none is the first that was made, until one is chosen', async () => {
  const desk = await openThree()
  expect(await desk.defaults()).toEqual({ visitor: 'sales', agent: 'sales' })
  await chooseDefault(desk.desk, 'support')
  expect(await desk.defaults()).toEqual({ visitor: 'support', agent: 'support' })
  await chooseDefault(desk.desk, 'accounts')
  expect(await desk.defaults()).toEqual({ visitor: 'accounts', agent: 'accounts' })
  await desk.close()
})

test('visitors do not come where nobody belongs, while somebody belongs elsewhere', async () => {
  const desk = await openThree()
  await chooseDefault(desk.desk, 'accounts')
  await desk.staff('Ana', { departments: ['support'], status: 'off' })
  // Who is made without a department belongs to the chosen one, and then visitors come there.
  expect(await desk.defaults()).toEqual({ visitor: 'support', agent: 'accounts' })
  await desk.staff('Amir', { departments: ['accounts'], mayReply: false })
  expect(await desk.defaults()).toEqual({ visitor: 'support', agent: 'accounts' })
  await desk.staff('Olga', { departments: ['accounts'], status: 'off' })
  expect(await desk.defaults()).toEqual({ visitor: 'accounts', agent: 'accounts' })
  await desk.close()
})

describe('no two departments have names that read or look alike', () => {
  const shaped = ['\u0405ales', 'Sal\u0435s', 'Sa1es', 'S\u0430l\u0435\u0455']
  const alike = ['SALES', 'sales', 'Ｓａｌｅｓ', 'Sa\u200bles', 'ＳALES ', 'Sales', ...shaped]
  test.each(named(alike))('%s', async (_name, name) => {
    const { desk, close } = await openThree()
    const refused = problemOf(await createDepartment(desk, { name }))
    expect([told(refused), refused.values]).toEqual(['conflict departmentTaken', { name: 'Sales' }])
    expect(told(await renameDepartment(desk, 'support', { name }))).toBe(told(refused))
    expect(await desk.store.departments.all()).toHaveLength(3)
    await close()
  })

  test('but one may be written otherwise itself, and other names stay free', async () => {
    const { desk, close } = await openThree()
    expect(await renameDepartment(desk, 'sales', { name: 'SALES' })).toBeNull()
    expect(await renameDepartment(desk, 'sales', { name: 'SALES' })).toBeNull()
    expect(isProblem(await createDepartment(desk, { name: 'Sales 2' }))).toBe(false)
    expect(isProblem(await createDepartment(desk, { name: 'Straße' }))).toBe(false)
    expect(told(await createDepartment(desk, { name: 'STRASSE' }))).toBe('conflict departmentTaken')
    await close()
  })
})

describe('a department that is to be removed', () => {
  const ask = (harness: Awaited<ReturnType<typeof openThree>>, department: string) =>
    start(harness.desk, null, { department, text: 'Hello', client_id: clientId() }, about)

  test('stays while somebody belongs to it or something is open there, and as the only one', async () => {
    const harness = await openThree()
    const { desk } = harness
    const vera = await harness.visitor('Vera', 'accounts')
    await harness.visitor('Vito', 'accounts')
    expect(await removeDepartment(desk, 'accounts')).toEqual({ agents: [], conversations: 2 })
    await harness.staff('Ana', { departments: ['accounts', 'sales'], status: 'off' })
    await harness.staff('Amir', { departments: ['accounts'], mayReply: false, status: 'off' })
    expect(await removeDepartment(desk, 'accounts')).toEqual({
      agents: ['Amir', 'Ana'],
      conversations: 2,
    })
    expect(await removeDepartment(desk, 'sales')).toEqual({ agents: ['Ana'], conversations: 0 })
    expect(await removeDepartment(desk, 'support')).toBeNull()
    // Removing it once more changes nothing.
    expect(await removeDepartment(desk, 'support')).toBeNull()
    expect((await harness.row(vera.id))?.department).toBe('accounts')
    expect((await desk.store.departments.find('accounts'))?.removedAt).toBeNull()
    await harness.close()

    const last = await openThree()
    expect(await removeDepartment(last.desk, 'accounts')).toBeNull()
    expect(await removeDepartment(last.desk, 'support')).toBeNull()
    expect(await removeDepartment(last.desk, 'sales')).toBe('only')
    await last.close()
  })

  test('can be chosen by nobody, and what was asked of it stays as it was', async () => {
    const harness = await openThree()
    const { desk } = harness
    const ana = await harness.staff('Ana', { departments: ['sales'] })
    const old = await harness.visitor('Vera', 'accounts')
    await end(desk, old.person, old.id)
    await harness.rest()
    await chooseDefault(desk, 'accounts')
    expect(await removeDepartment(desk, 'accounts')).toBeNull()

    expect(told(await ask(harness, 'accounts'))).toBe('invalid departmentUnknown')
    const place = { name: 'Amir', departments: ['accounts'] }
    expect(told(await seatAgent(desk, 'amir', place))).toBe('invalid departmentUnknown')
    const held = await harness.visitor('Vito', 'sales')
    const to = { to: 'department:accounts' }
    expect(told(await transfer(desk, ana, held.id, to))).toBe('invalid departmentUnknown')
    expect(told(await reopen(desk, old.person, old.id))).toBe('conflict departmentUnknown')
    expect(await harness.defaults()).toEqual({ visitor: 'sales', agent: 'sales' })

    expect(await harness.row(old.id)).toMatchObject({ department: 'accounts', state: 'closed' })
    expect((await desk.store.departments.find('accounts'))?.name).toBe('Accounts')
    await harness.close()
  })

  test('lets others have its name, and comes back when it is opened again', async () => {
    const harness = await openThree()
    const { desk } = harness
    await chooseDefault(desk, 'accounts')
    await removeDepartment(desk, 'accounts')
    const heir = await createDepartment(desk, { name: 'ACCOUNTS' })
    expect(isProblem(heir)).toBe(false)
    expect(told(await restoreDepartment(desk, 'accounts'))).toBe('conflict departmentTaken')
    expect(await removeDepartment(desk, String(heir))).toBeNull()
    expect(await restoreDepartment(desk, 'accounts')).toBeNull()
    expect(isProblem(await ask(harness, 'accounts'))).toBe(false)
    // Being the default one was over with it.
    expect(await harness.defaults()).toEqual({ visitor: 'sales', agent: 'sales' })
    await harness.close()
  })
})

describe('a department that is set up', () => {
  test('works otherwise in what is named, for conversations that begin then', async () => {
    const harness = await openThree()
    const { desk } = harness
    const timings = async (id: string) =>
      (await contextOf(desk, 'conversation', id)).timings?.patience
    const before = await harness.visitor('Vera', 'support')
    const changes = { patience: 90_000, strategy: 'round-robin' }
    expect(await configureDepartment(desk, 'support', changes)).toBeNull()
    const after = await harness.visitor('Vito', 'support')
    expect([await timings(before.id), await timings(after.id)]).toEqual([600_000, 90_000])
    // It asked first before, and does so still.
    expect((await desk.store.departments.find('support'))?.settings).toEqual({
      ...departmentSettings.initial,
      ...{ acceptance: 'manual', strategy: 'round-robin' },
      ...{ patience: 90_000, accept: 30_000, silence: 1_800_000 },
      ...{ fileSize: 20, imageSize: 10, fileCount: 10, voiceLength: 5, sneakPeek: false },
    })
    await harness.close()
  })

  test('is not written over by who saw it before somebody else changed it', async () => {
    const { desk, close } = await openThree()
    const before = (await desk.store.departments.find('support'))?.settings
    expect(await configureDepartment(desk, 'support', { patience: 5_000 }, before)).toBeNull()
    expect(told(await configureDepartment(desk, 'support', { accept: 5_000 }, before))).toBe(
      'conflict changedMeanwhile',
    )
    expect(told(await configureDepartment(desk, 'kitchen', { accept: 5_000 }, before))).toBe(
      'missing departmentUnknown',
    )
    await close()
  })

  test('has to be there, within its limits', async () => {
    const { desk, close } = await openThree()
    const missing = 'missing departmentUnknown'
    expect(told(await configureDepartment(desk, 'kitchen', { patience: 5_000 }))).toBe(missing)
    expect(told(await renameDepartment(desk, 'kitchen', { name: 'Kitchen' }))).toBe(missing)
    expect(told(await restoreDepartment(desk, 'kitchen'))).toBe(missing)
    const wrong = [{ patience: 999 }, { silence: '30m' }, { timings: {} }, { name: 'Aid' }]
    for (const input of wrong)
      expect(told(await configureDepartment(desk, 'support', input))).toStartWith('invalid')
    expect(told(await createDepartment(desk, { id: 'support', name: 'Aid' }))).toBe(
      'conflict notInThisState',
    )
    await close()
  })

  test('is no other default one when journals are cut short', async () => {
    const harness = await openThree()
    const { desk } = harness
    const made = async () =>
      (await desk.store.departments.all()).map(({ id, createdAt }) => [id, createdAt])
    const before = await made()
    expect(new Set(before.map(([, at]) => at)).size).toBe(2)
    harness.look("delete from journal where address like 'department:%'")
    expect(await made()).toEqual(before)
    await harness.close()
  })
})
