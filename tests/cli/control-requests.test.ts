import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type AccountChange, handle, readRequest } from '../../src/cli/control-requests'
import { openTestDesk, PASSWORD, type TestDesk } from '../support/desk'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const whose = { role: 'agent', email: 'ana@desk.test' } as const

test('an account is made with settings, its department opened by its name', async () => {
  const input = { ...whose, name: 'Ana', password: PASSWORD, departments: ['Billing'] }
  const settings = { capacity: 2, wrapUp: 30_000 }
  const made = await handle(desk.desk, { do: 'account create', input: { ...input, settings } })
  expect(made).toMatchObject({ departments: ['Billing'] })
  const id = 'id' in made ? made.id : ''
  expect(await desk.desk.store.agents.find(id)).toMatchObject({
    ...{
      name: 'Ana',
      settings: { capacity: 2, mayReply: true, languages: '', skills: '', wrapUp: 30_000 },
    },
  })
})

test('an agent is changed by role and address, in what is named', async () => {
  const change = (more: Partial<AccountChange>) =>
    handle(desk.desk, { do: 'account change', input: { ...whose, ...more } })
  const changed = await change({ departments: ['Support', 'Advice'] })
  expect(changed).toMatchObject({ departments: ['Advice', 'Support'] })
  const id = 'id' in changed ? changed.id : ''
  const settings = async () => (await desk.desk.store.agents.find(id))?.settings
  expect(await settings()).toEqual({
    capacity: 2,
    mayReply: true,
    languages: '',
    skills: '',
    wrapUp: 30_000,
    undo: 0,
  })
  expect(await change({ name: 'Ana Lima', settings: { mayReply: false } })).toEqual(changed)
  expect(await settings()).toEqual({
    capacity: 2,
    mayReply: false,
    languages: '',
    skills: '',
    wrapUp: 30_000,
    undo: 0,
  })

  expect(await change({ role: 'admin' })).toMatchObject({ reason: 'accountOther' })
  expect(await change({ email: 'amir@desk.test' })).toMatchObject({ reason: 'accountUnknown' })
  expect(await change({ settings: { capacity: 99 } })).toMatchObject({ reason: 'fieldNotValid' })
  expect(await change({ departments: ['ADVICE'] })).toMatchObject({ reason: 'departmentTaken' })
})

test('of two admins who disable each other at once one stays', async () => {
  const emails = ['olga@desk.test', 'oskar@desk.test']
  for (const email of emails) {
    const input = { role: 'admin', email, name: 'Olga', password: PASSWORD } as const
    expect(await handle(desk.desk, { do: 'account create', input })).toHaveProperty('id')
  }
  const input = (email: string) => ({ role: 'admin', email }) as const
  const answers = await Promise.all(
    emails.map((email) => handle(desk.desk, { do: 'account disable', input: input(email) })),
  )
  expect(answers.map((answer) => 'reason' in answer && answer.reason)).toEqual([false, 'lastAdmin'])
})

test('an address that is taken is refused before anything else is changed', async () => {
  const change = { ...whose, newEmail: 'olga@desk.test', name: 'Nobody' }
  expect(await handle(desk.desk, { do: 'account change', input: change })).toMatchObject({
    reason: 'emailTaken',
  })
  const all = await desk.desk.store.agents.all()
  expect(all.map(({ name }) => name)).not.toContain('Nobody')
})

test('a department is set up by its name, and brought back with what changes', async () => {
  const { store } = desk.desk
  const open = (name: string, settings: Record<string, string | number> = {}) =>
    handle(desk.desk, { do: 'department open', input: { name, settings } })
  const made = await open('Returns', { silence: 7_200_000 })
  const id = 'id' in made ? made.id : ''
  const row = () => store.departments.find(id)
  await open('Returns', { patience: 90_000 })
  expect((await row())?.settings).toMatchObject({ silence: 7_200_000, patience: 90_000 })
  await handle(desk.desk, { do: 'department remove', input: { name: 'Returns' } })
  expect((await row())?.removedAt).toBeNumber()
  expect(await open('Returns', { acceptance: 'manual' })).toMatchObject({ id })
  expect(await row()).toMatchObject({
    removedAt: null,
    settings: { acceptance: 'manual', silence: 7_200_000, patience: 90_000 },
  })
  expect(await open('Returns', { patience: 1 })).toMatchObject({ reason: 'fieldNotValid' })
})

describe('what comes over the socket', () => {
  test('is read when it names an act', () => {
    const request = { do: 'department remove', input: { name: 'Advice' } }
    expect(readRequest(request)).toEqual(request as never)
  })

  test.each([
    [{ do: 'toString', input: {} }],
    [{ do: '__proto__', input: {} }],
    [{ do: 'constructor', input: {} }],
    [{ do: 'department remove' }],
    [{ do: 'department remove', input: 'Advice' }],
    [[]],
    [null],
    [undefined],
  ])('is nothing of ours: %j', (body) => {
    expect(readRequest(body)).toBeUndefined()
  })
})
