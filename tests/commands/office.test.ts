import { describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { chooseDefault, defaultDepartment, setDepartment } from '../../src/commands/office'
import { start } from '../../src/commands/visits'
import { clientId } from '../support/desk'
import { about, named, openCounter, problemOf, told } from './counter'

/** Sales and Support, and Accounts, which was made later and stands before both in the alphabet. */
const openThree = async () => {
  const counter = await openCounter()
  await counter.pass(1000)
  await setDepartment(counter.desk, { id: 'accounts', name: 'Accounts' })
  return {
    ...counter,
    /** Where a visitor comes to who chooses none, and an agent made without one. */
    async defaults() {
      const form = { text: 'Hello', client_id: clientId() }
      const started = await start(counter.desk, null, form, about)
      if (isProblem(started)) throw new Error(started.reason)
      return {
        visitor: (await counter.row(started.conversation))?.department,
        agent: (await defaultDepartment(counter.desk, 'agent'))?.id,
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

describe('no two departments have names that read alike', () => {
  const alike = ['SALES', 'sales', 'Ｓａｌｅｓ', 'Sa\u200bles', 'ＳALES ', 'Sales']
  test.each(named(alike))('%s', async (_name, name) => {
    const { desk, close } = await openThree()
    const refused = problemOf(await setDepartment(desk, { name }))
    expect([told(refused), refused.values]).toEqual(['conflict departmentTaken', { name: 'Sales' }])
    expect(told(await setDepartment(desk, { id: 'support', name }))).toBe(told(refused))
    expect(await desk.store.inbox.departments()).toHaveLength(3)
    await close()
  })

  test('but one may be written otherwise itself, and other names stay free', async () => {
    const { desk, close } = await openThree()
    expect(await setDepartment(desk, { id: 'sales', name: 'SALES' })).toBe('sales')
    expect(await setDepartment(desk, { id: 'sales', name: 'SALES' })).toBe('sales')
    expect(isProblem(await setDepartment(desk, { name: 'Sales 2' }))).toBe(false)
    expect(isProblem(await setDepartment(desk, { name: 'Straße' }))).toBe(false)
    expect(told(await setDepartment(desk, { name: 'STRASSE' }))).toBe('conflict departmentTaken')
    await close()
  })
})
