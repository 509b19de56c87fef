import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { createAccount } from '../../src/commands/accounts/create'
import { disableAccount } from '../../src/commands/accounts/disable'
import { enableAccount } from '../../src/commands/accounts/enable'
import { changeAgent } from '../../src/commands/agents/change'
import { hireAgent } from '../../src/commands/agents/hire'
import { setStatus } from '../../src/commands/agents/status'
import { take } from '../../src/commands/agents/take'
import { say } from '../../src/commands/conversations/say'
import { transfer } from '../../src/commands/conversations/transfer'
import { clientId, PASSWORD } from '../support/desk'
import { from, type Harness, openHarness, told } from './harness'

let harness: Harness
let ana: Staff
beforeEach(async () => {
  harness = await openHarness()
  ana = await hired('Ana')
})
afterEach(() => harness.close())

/** Somebody with an account, a place in both departments, on duty and in reach. */
const hired = async (name: string): Promise<Staff> => {
  const { desk, node } = harness
  const departments = ['sales', 'support']
  const email = `${name.toLowerCase()}@desk.test`
  const id = await hireAgent(desk, { email, name, password: PASSWORD }, { departments })
  if (isProblem(id)) throw new Error(id.reason)
  const person: Staff = { kind: 'staff', id, name, role: 'agent', departments }
  await node.send(`agent:${id}`, { type: 'appeared', at: desk.clock.now(), node: 'north' })
  await setStatus(desk, person, { status: 'ready' })
  await harness.rest()
  return person
}

const disable = async (email = 'ana@desk.test') => {
  const outcome = await disableAccount(harness.desk, { role: 'agent', email })
  await harness.rest()
  return told(outcome)
}
const lineOf = (department: string) => harness.desk.store.conversations.lineOrder(department)

describe('an agent who is disabled', () => {
  test('gives what they hold back to the front of the line, at once', async () => {
    const held = [await harness.visitor('Vera'), await harness.visitor('Vito')]
    await setStatus(harness.desk, ana, { status: 'away' })
    const later = await harness.visitor('Vera')
    expect(await disable()).toBe('done')
    expect(await lineOf('sales')).toEqual([...held.map(({ id }) => id), later.id])
    for (const { id } of held) {
      expect(await harness.row(id)).toMatchObject({ state: 'left', agent: null })
      const transcript = await harness.desk.store.transcripts.last(id, 9)
      expect(transcript.map(noticeOf)).toContainEqual({
        code: 'requeued',
        reason: 'signedOff',
        name: 'Ana',
      })
    }
  })

  test('hands what rings at them, and what they hold, to whoever is there', async () => {
    const held = await harness.visitor('Vera')
    const rings = await harness.visitor('Vito', 'support')
    expect(await harness.row(rings.id)).toMatchObject({ offeredTo: ana.id })
    const amir = await hired('Amir')
    expect(await disable()).toBe('done')
    expect(await harness.row(held.id)).toMatchObject({ state: 'active', agent: amir.id })
    expect(await harness.row(rings.id)).toMatchObject({ state: 'offered', offeredTo: amir.id })
  })

  test('gets nothing more, though a request of theirs was still under way', async () => {
    await hired('Amir')
    expect(await disable()).toBe('done')
    expect(told(await setStatus(harness.desk, ana, { status: 'ready' }))).toBe('done')
    const visits = [await harness.visitor('Vera'), await harness.visitor('Vito')]
    for (const { id } of visits)
      expect(await harness.row(id)).toMatchObject({ state: 'active', agentName: 'Amir' })
    await setStatus(harness.desk, ana, { status: 'ready' })
    await disable('amir@desk.test')
    for (const { id } of visits) expect((await harness.row(id))?.agent).toBeNull()
    const [first] = visits
    expect(told(await take(harness.desk, ana, first?.id ?? ''))).toBe('forbidden notAllowed')
  })

  test('is handed nothing by a colleague, and writes in nothing', async () => {
    const { id } = await harness.visitor()
    await disable()
    const amir = await hired('Amir')
    await harness.rest()
    expect(await harness.row(id)).toMatchObject({ state: 'active', agent: amir.id })
    const handed = await transfer(harness.desk, amir, id, { to: `agent:${ana.id}` })
    expect(told(handed)).toBe('conflict agentCannotReply')
    const form = { text: 'Still here', client_id: clientId() }
    expect(told(await say(harness.desk, ana, id, form, from))).toBe('forbidden notYours')
  })

  test('is disabled as often as one likes, and also while they are off', async () => {
    await setStatus(harness.desk, ana, { status: 'off' })
    expect(await disable()).toBe('done')
    expect(await disable()).toBe('done')
    expect(await disable('nobody@desk.test')).toBe('missing accountUnknown')
  })
})

describe('an agent who is enabled again', () => {
  const enable = async (email = 'ana@desk.test') => {
    const outcome = await enableAccount(harness.desk, { role: 'agent', email })
    await harness.rest()
    return told(outcome)
  }
  const disabledAt = async () =>
    (await harness.desk.store.accounts.byEmailKey('ana@desk.test'))?.disabledAt

  test('is let in, is off, and is given conversations when they are ready', async () => {
    await disable()
    const place = await harness.desk.store.agents.find(ana.id)
    expect(await enable()).toBe('done')
    expect(await disabledAt()).toBeNull()
    expect(await harness.desk.store.agents.find(ana.id)).toMatchObject({
      ...{ status: 'off', departments: place?.departments, settings: place?.settings },
    })
    const { id } = await harness.visitor('Vera')
    expect((await harness.row(id))?.agent).toBeNull()
    await setStatus(harness.desk, ana, { status: 'ready' })
    await harness.rest()
    expect(await harness.row(id)).toMatchObject({ state: 'active', agent: ana.id })
  })

  test('has the settings and departments they had, whatever they were', async () => {
    const settings = {
      capacity: 3,
      mayReply: false,
      languages: '',
      skills: '',
      wrapUp: 30_000,
      undo: 0,
    }
    expect(await changeAgent(harness.desk, ana.id, settings)).toBeNull()
    const before = await harness.desk.store.agents.find(ana.id)
    expect(before?.settings).toEqual(settings)
    expect(await disable()).toBe('done')
    expect(await harness.desk.store.agents.find(ana.id)).toMatchObject({ status: 'off', settings })
    expect(await enable()).toBe('done')
    expect(await harness.desk.store.agents.find(ana.id)).toEqual({
      ...before,
      status: 'off',
    } as never)
  })

  test('keeps what they hold when they were never disabled', async () => {
    const { id } = await harness.visitor('Vera')
    expect(await enable()).toBe('done')
    expect(await harness.row(id)).toMatchObject({ state: 'active', agent: ana.id })
    expect(await enable('nobody@desk.test')).toBe('missing accountUnknown')
  })
})

describe('an agent who is changed', () => {
  const change = async (input: unknown, id = ana.id) => {
    const outcome = await changeAgent(harness.desk, id, input)
    await harness.rest()
    return told(outcome)
  }
  const place = () => harness.desk.store.agents.find(ana.id)

  test('has another name everywhere, and keeps the rest', async () => {
    const before = await place()
    expect(await change({ name: ' Ana Lima ' })).toBe('done')
    expect(await place()).toEqual({ ...before, name: 'Ana Lima' } as never)
    expect((await harness.desk.store.accounts.byId(ana.id))?.name).toBe('Ana Lima')
    expect((await harness.visitor('Vera')).id).toBeString()
  })

  test('is given more as soon as there is room for it', async () => {
    await change({ capacity: 1 })
    const [, second] = [await harness.visitor('Vera'), await harness.visitor('Vito')]
    expect((await harness.row(second.id))?.state).not.toBe('active')
    await change({ capacity: 2 })
    expect(await harness.row(second.id)).toMatchObject({ state: 'active', agent: ana.id })
  })

  test.each<[object, string]>([
    [{ name: '' }, 'invalid nameMissing'],
    [{ capacity: 0 }, 'invalid fieldNotValid'],
    [{ wrapUp: '30s' }, 'invalid fieldNotValid'],
    [{ departments: [] }, 'invalid fieldNotValid'],
    [{ departments: ['kitchen'] }, 'invalid departmentUnknown'],
    [{ role: 'admin' }, 'invalid fieldUnknown'],
  ])('is not changed by %j', async (input, problem) => {
    const before = await place()
    expect(await change(input)).toBe(problem)
    expect(await place()).toEqual(before)
  })

  test('has to have a place, or gets it with the first departments', async () => {
    const { desk } = harness
    const account = { email: 'olga@desk.test', name: 'Olga', password: PASSWORD }
    const olga = await createAccount(desk, account, 'admin')
    if (isProblem(olga)) throw new Error(olga.reason)
    expect(await change({ capacity: 3 }, olga.id)).toBe('conflict notInThisState')
    expect(await desk.store.agents.find(olga.id)).toBeUndefined()
    expect(await change({ capacity: 3, departments: ['sales'] }, olga.id)).toBe('done')
    expect(await desk.store.agents.find(olga.id)).toMatchObject({
      ...{ name: 'Olga', departments: ['sales'], settings: { capacity: 3, mayReply: true } },
    })
    expect(await change({ capacity: 3 }, desk.clock.id())).toBe('conflict notInThisState')
  })
})

describe('an agent who answers for other departments', () => {
  const place = () => harness.desk.store.agents.find(ana.id)

  test('keeps what they hold and the rest of their place', async () => {
    const settings = {
      capacity: 3,
      mayReply: true,
      languages: '',
      skills: '',
      wrapUp: 30_000,
      undo: 0,
    }
    expect(await changeAgent(harness.desk, ana.id, settings)).toBeNull()
    const held = await harness.visitor('Vera')
    expect(await changeAgent(harness.desk, ana.id, { departments: ['support'] })).toBeNull()
    await harness.rest()
    expect(await place()).toMatchObject({ departments: ['support'], status: 'ready' })
    expect((await place())?.settings).toEqual(settings)
    expect(await harness.row(held.id)).toMatchObject({ state: 'active', agent: ana.id })
    expect((await harness.row((await harness.visitor('Vito')).id))?.state).toBe('left')
  })

  test('who is disabled stays so', async () => {
    await disable()
    expect(await changeAgent(harness.desk, ana.id, { departments: ['support'] })).toBeNull()
    expect(await place()).toMatchObject({ departments: ['support'], mayReply: false })
  })

  test('has to answer for some that are there', async () => {
    const set = async (departments: string[]) =>
      told(await changeAgent(harness.desk, ana.id, { departments }))
    expect(await set(['kitchen'])).toBe('invalid departmentUnknown')
    expect(await set([])).toBe('invalid fieldNotValid')
    expect((await place())?.departments).toEqual(['sales', 'support'])
  })
})
