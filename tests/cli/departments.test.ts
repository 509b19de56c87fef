import { expect, test } from 'bun:test'
import { limits } from '../../actors/limits'
import { isProblem } from '../../actors/problem'
import { handle } from '../../src/cli/control-requests'
import { whyItStays } from '../../src/cli/departments/needed'
import type { Changes } from '../../src/cli/setting-flags'
import { createDepartment } from '../../src/commands/departments/create'
import { openTestDesk } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const run = async (data: string, argv: string[]) => {
  const { code, said } = await runHere([...argv, '--data', data])
  return { code, said }
}

const set = (name: string, settings: Changes = {}) =>
  ({ do: 'department open', input: { name, settings } }) as const
const rename = (name: string, to: string) =>
  ({ do: 'department rename', input: { name, to } }) as const
const remove = (name: string) => ({ do: 'department remove', input: { name } }) as const

test('a department is opened, made to ring, listed', async () => {
  const data = scratchFolder()
  const ana = ['--email', 'ana@desk.test', '--name', 'Ana', '--department', 'Billing']
  expect((await run(data, ['agent', 'create', ...ana])).code).toBe(0)
  expect((await run(data, ['department', 'list'])).said).toMatch(/Billing +automatic +least-loaded/)
  const rings = await run(data, ['department', 'set', 'Billing', '--acceptance', 'manual'])
  expect(rings).toMatchObject({ code: 0 })
  expect(rings.said).toMatch(/Billing +manual +least-loaded/)
  const fair = await run(data, ['department', 'set', 'Billing', '--strategy', 'round-robin'])
  expect(fair.said).toMatch(/Billing +manual +round-robin/)
  expect((await run(data, ['department', 'set', 'Returns'])).said).toMatch(
    /Returns +automatic +least-loaded/,
  )
  const asks = await run(data, ['department', 'set', 'Returns', '--wrap-up-fields', 'usual'])
  expect(asks.said).toContain('wrap-up-fields reason | solved')
  const none = await run(scratchFolder(), ['department', 'set', 'Billing'])
  expect(none.code).toBe(2)
  expect(none.said).toContain('There is no desk in')
}, 40_000)

test('the department of whoever names none is chosen, and shown in the list', async () => {
  const data = scratchFolder()
  const make = (name: string, ...more: string[]) =>
    run(data, ['agent', 'create', '--email', `${name}@desk.test`, '--name', name, ...more])
  const list = async () => (await run(data, ['department', 'list'])).said
  // The one that every desk begins with has nobody yet.
  expect((await make('ana', '--department', 'Billing')).said).toContain('Answers for Billing')
  expect(await list()).toMatch(/Billing +automatic +least-loaded +1 +yes\n/)
  const chosen = await run(data, ['department', 'set', 'Advice', '--default'])
  expect(chosen).toMatchObject({ code: 0 })
  expect(chosen.said).toMatch(/Advice +automatic +least-loaded +0 +once it has agents\n/)
  expect(chosen.said).toMatch(/Billing +automatic +least-loaded +1 +yes\n/)
  expect((await make('amir')).said).toContain('Answers for Advice')
  expect(await list()).toMatch(/Advice +automatic +least-loaded +1 +yes\n/)
  // Anything else that is set leaves the choice as it is.
  await run(data, ['department', 'set', 'Billing', '--acceptance', 'manual'])
  expect(await list()).toMatch(/Billing +manual +least-loaded +1\n/)
  expect(await list()).toMatch(/Support +automatic +least-loaded +0\n/)
}, 60_000)

test('how long everything takes is set, told, and kept', async () => {
  const data = scratchFolder()
  const ana = ['--email', 'ana@desk.test']
  await run(data, ['agent', 'create', ...ana, '--name', 'Ana', '--wrap-up', '30s'])
  const patient = await run(data, ['department', 'set', 'Support', '--patience', '15m'])
  expect(patient.code).toBe(0)
  expect(patient.said).toContain('patience 15m, accept 30s, silence 30m')
  const both = ['--accept', '20s', '--silence', '2h']
  const { said } = await run(data, ['department', 'set', 'Support', ...both])
  expect(said).toContain('Support: acceptance automatic, strategy least-loaded, head-start 10m')
  expect(said).toContain('patience 15m, accept 20s, silence 2h')
  const wrong = await run(data, ['department', 'set', 'Support', '--patience', '15'])
  expect(wrong.code).toBe(2)
  expect(wrong.said.trim()).toBe(
    '--patience must be a time from 1s to 7d, like 90s, 10m, 2h or 3d (got 15)',
  )

  const renamed = await run(data, ['agent', 'set', ...ana, '--name', 'Ana Lima'])
  expect(renamed).toMatchObject({ code: 0 })
  expect((await run(data, ['agent', 'list'])).said).toMatch(/Ana Lima +ana@desk.test/)
  const room = await run(data, ['agent', 'set', ...ana, '--capacity', '0'])
  expect(room).toMatchObject({ code: 2 })
  expect(room.said.trim()).toBe('--capacity must be a number from 1 to 50 (got 0)')
})

test('what is not named of a department stays, its clocks too', async () => {
  const { desk, close } = await openTestDesk()
  const timings = { patience: 60_000, accept: 10_000, silence: 120_000 }
  const before = { strategy: 'longest-idle', ...timings } as const
  const id = await createDepartment(desk, { name: 'Billing', ...before })
  if (isProblem(id)) throw new Error(id.reason)
  await handle(desk, set('Billing', { acceptance: 'manual' }))
  expect(await desk.store.departments.find(id)).toMatchObject({
    ...{ id, name: 'Billing', removedAt: null },
    settings: { ...before, acceptance: 'manual' },
  })
  await close()
})

test('a department whose name reads like that of another is refused in one sentence', async () => {
  const data = scratchFolder()
  const make = (email: string, department: string) =>
    run(data, ['agent', 'create', '--email', email, '--name', 'Ana', '--department', department])
  expect((await make('ana@desk.test', 'Support')).code).toBe(0)
  const sentence =
    'There is a department “Support” already. Write its name in this way, or use another.'
  const refused = [
    await run(data, ['department', 'set', 'SUPPORT', '--acceptance', 'manual']),
    await make('amir@desk.test', 'ＳＵＰＰＯＲＴ'),
  ]
  for (const { code, said } of refused) {
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(sentence)])
  }
  expect((await run(data, ['department', 'list'])).said.match(/support/gi)).toEqual(['Support'])
  expect((await run(data, ['agent', 'list'])).said).not.toContain('amir@desk.test')
}, 60_000)

test('a department is found by its name as it is shown', async () => {
  const { desk, close } = await openTestDesk()
  const id = await createDepartment(desk, { name: 'Billing' })
  if (isProblem(id)) throw new Error(id.reason)
  for (const name of [' Billing ', 'Bil\u200bling', 'Ｂilling'])
    expect(await handle(desk, set(name, { acceptance: 'manual' }))).toMatchObject({
      id,
    })
  const named = (await desk.store.departments.all()).filter(({ name }) => name === 'Billing')
  expect(named).toMatchObject([{ id, settings: { acceptance: 'manual' } }])
  await close()
})

test('a department has another name, and everything else as it was', async () => {
  const data = scratchFolder()
  await run(data, ['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana'])
  await run(data, ['department', 'set', 'Support', '--acceptance', 'manual'])
  const renamed = await run(data, ['department', 'rename', 'Support', ' Help desk '])
  expect(renamed.code).toBe(0)
  expect(renamed.said).toMatch(/Help desk +manual +least-loaded +1 +yes\n/)
  expect(renamed.said).not.toContain('Support')
  expect((await run(data, ['agent', 'list'])).said).toMatch(/ana@desk.test +agent +Help desk/)
  const none = await run(data, ['department', 'rename', 'Support', 'Advice'])
  expect(none).toMatchObject({ code: 1 })
  expect(none.said.trim().split('\n')).toEqual([
    'There is no department “Support”. Write its name as the list of departments shows it.',
  ])
}, 40_000)

test('a new name is checked like that of a new department, and shown at once', async () => {
  const { desk, web, close } = await openTestDesk()
  const id = await createDepartment(desk, { name: 'Billing' })
  if (isProblem(id)) throw new Error(id.reason)
  const renamed = (to: string) => handle(desk, rename('Billing', to))
  const label = () => web.reads.departments.label(id)
  expect(await label()).toBe('Billing')
  expect(await renamed('SUPPORT')).toMatchObject({ reason: 'departmentTaken' })
  for (const empty of ['', ' \u200b '])
    expect(await renamed(empty)).toMatchObject({ reason: 'nameMissing' })
  expect(await renamed('B'.repeat(limits.name + 1))).toMatchObject({ reason: 'nameTooLong' })
  expect(await label()).toBe('Billing')
  // Its own name may be written otherwise.
  expect(await renamed('BILLING')).toMatchObject({ id })
  expect(await label()).toBe('BILLING')
  await close()
})

test('the department every desk begins with is removed once others do its work', async () => {
  const data = scratchFolder()
  const ana = ['--email', 'ana@desk.test']
  await run(data, ['agent', 'create', ...ana, '--name', 'Ana', '--department', 'Support'])
  const remove = async () => {
    const { code, said } = await run(data, ['department', 'remove', 'Support'])
    return { code, said: said.trim() }
  }
  const only = await remove()
  expect(only).toMatchObject({ code: 1 })
  expect(only.said).toMatch(/^It is the only department: open another first with \S.*$/)
  await run(data, ['department', 'set', 'Billing'])
  const used = await remove()
  expect(used).toMatchObject({ code: 1 })
  expect(used.said).toMatch(
    /^It still has 1 account \(Ana\), to be given others with \S.* agent set or admin set$/,
  )
  const moved = await run(data, ['agent', 'set', ...ana, '--department', 'Billing', 'Advice'])
  expect(moved.said.trim()).toBe('ana@desk.test answers for Advice, Billing')
  const full = await run(data, ['agent', 'set', ...ana, '--capacity', '3', '--wrap-up', '90s'])
  expect(full.said.trim()).toBe('ana@desk.test has capacity 3, wrap-up 90s')
  const renamed = await run(data, ['agent', 'set', ...ana, '--name', 'Ana Li', '--role', 'agent'])
  expect(renamed.said.trim().split('\n')).toEqual([
    'ana@desk.test is called Ana Li',
    'ana@desk.test is an agent',
  ])
  const removed = await remove()
  expect(removed.code).toBe(0)
  expect(removed.said).toMatch(/Billing +automatic +least-loaded +1 +yes/)
  expect(removed.said).not.toContain('Support')
  expect((await remove()).said).toContain('There is no department “Support”.')
  // Whoever names it again has it back.
  await run(data, ['agent', 'set', ...ana, '--department', 'Support'])
  expect((await run(data, ['agent', 'list'])).said).toMatch(/ana@desk.test +agent +Support/)
}, 60_000)

test('the pages of an open desk hear at once that a department was removed', async () => {
  const { desk, web, close } = await openTestDesk()
  const { departments } = web.reads
  for (const name of ['Billing', 'Advice']) await handle(desk, set(name))
  const names = async () => (await departments.choosable()).map(({ name }) => name)
  expect(await names()).toEqual(['Advice', 'Billing', 'Support'])
  const support = (await departments.all()).find(({ name }) => name === 'Support')
  expect(await handle(desk, remove('Support'))).toMatchObject({ id: support?.id })
  expect(await names()).toEqual(['Advice', 'Billing'])
  expect((await departments.choices('en')).map(({ name }) => name)).not.toContain('Support')
  expect(await departments.label(support?.id ?? '')).toBe('Support')
  await handle(desk, set('Support'))
  expect(await names()).toEqual(['Advice', 'Billing', 'Support'])

  // Another one that has its name meanwhile is the one that is meant by it.
  await handle(desk, remove('Support'))
  const heir = await handle(desk, rename('Billing', 'Support'))
  expect(await handle(desk, set('Support', { acceptance: 'manual' }))).toEqual(heir)
  expect(await names()).toEqual(['Advice', 'Support'])
  await close()
})

test('what a department is still needed for is one sentence, however much it is', () => {
  const agents = ['Ada', 'Ana', 'Amir', 'Bea', 'Ben', 'Olga']
  expect(whyItStays({ agents, conversations: 0 })).toStartWith(
    'It still has 6 accounts (Ada, Ana, Amir, Bea, Ben, …), to be given others with ',
  )
  expect(whyItStays({ agents: [], conversations: 1 })).toBe(
    'It still has 1 open conversation, to be ended or handed over',
  )
  expect(whyItStays({ agents: ['Ana'], conversations: 2 })).toStartWith(
    'It still has 2 open conversations, to be ended or handed over, and 1 account (Ana), to be ',
  )
})
