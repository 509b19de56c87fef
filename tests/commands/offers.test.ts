import { describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { limits } from '../../actors/limits'
import { accept, decline } from '../../src/commands/agents/answer-offer'
import { seatAgent } from '../../src/commands/agents/seat'
import { setStatus } from '../../src/commands/agents/status'
import { take } from '../../src/commands/agents/take'
import { end } from '../../src/commands/conversations/end'
import { createDepartment } from '../../src/commands/departments/create'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { openForAll } from './fixtures'
import { about, badIds, NOWHERE, named, openHarness, problemOf, told } from './harness'

const harness = await openForAll()

const after = async <Outcome>(outcome: Promise<Outcome>): Promise<Outcome> => {
  const done = await outcome
  await harness.rest()
  return done
}
const agentRow = (id: string) => harness.desk.store.agents.find(id)

describe('being on duty', () => {
  test('changes from each to each, and being so already is done', async () => {
    const ana = await harness.staff('Ana', { status: 'off' })
    const seen: string[] = []
    for (const status of ['away', 'ready', 'ready', 'away', 'away', 'off', 'off', 'ready', 'off']) {
      expect(await after(setStatus(harness.desk, ana, { status }))).toBeNull()
      seen.push((await agentRow(ana.id))?.status ?? '')
    }
    expect(seen).toEqual(['away', 'ready', 'ready', 'away', 'away', 'off', 'off', 'ready', 'off'])
  })

  test.each(named<unknown>(['', 'READY', 'busy', null, true, ['ready'], { $ne: 'off' }, 'off ']))(
    'is ready, away or off: not %s',
    async (_, status) => {
      const ana = await harness.staff('Ana', { status: 'off' })
      expect(problemOf(await setStatus(harness.desk, ana, { status }))).toMatchObject({
        code: 'invalid',
        field: 'status',
      })
    },
  )

  test('is for those who have a place at the desk', async () => {
    const olga = {
      kind: 'staff',
      id: NOWHERE,
      name: 'Olga',
      role: 'admin',
      departments: [],
    } as const
    expect(told(await setStatus(harness.desk, olga, { status: 'ready' }))).toBe('missing missing')
  })

  test('signing off gives everything back, to the front', async () => {
    const desk = await openHarness()
    const ana = await desk.staff('Ana')
    const held = await desk.visitor('Vera')
    await setStatus(desk.desk, ana, { status: 'off' })
    await desk.rest()
    const waiting = await desk.visitor('Vito')
    expect(await desk.desk.store.conversations.lineOrder('sales')).toEqual([held.id, waiting.id])
    await desk.close()
  })
})

describe('what rings', () => {
  const ring = async () => {
    const ana = await harness.staff('Ana', { departments: ['support'], capacity: 1 })
    const visit = await harness.visitor('Vera', 'support')
    expect(await harness.row(visit.id)).toMatchObject({ state: 'offered', offeredTo: ana.id })
    return { ana, ...visit }
  }
  const over = async ({ ana, person, id }: Awaited<ReturnType<typeof ring>>) => {
    await after(end(harness.desk, person, id))
    await after(setStatus(harness.desk, ana, { status: 'off' }))
  }

  test('is accepted by whom it rings at, and accepting again is done', async () => {
    const rings = await ring()
    expect(await after(accept(harness.desk, rings.ana, rings.id))).toBeNull()
    expect(await harness.row(rings.id)).toMatchObject({ state: 'active', agent: rings.ana.id })
    expect(await accept(harness.desk, rings.ana, rings.id)).toBeNull()
    await over(rings)
  })

  test('taking it accepts it', async () => {
    const rings = await ring()
    expect(await after(take(harness.desk, rings.ana, rings.id))).toBeNull()
    expect(await harness.row(rings.id)).toMatchObject({ state: 'active', agent: rings.ana.id })
    await over(rings)
  })

  test('is declined once, and waits for the next', async () => {
    const rings = await ring()
    expect(await after(decline(harness.desk, rings.ana, rings.id))).toBeNull()
    expect(await harness.row(rings.id)).toMatchObject({ state: 'waiting', offeredTo: null })
    expect(told(await decline(harness.desk, rings.ana, rings.id))).toBe('conflict alreadyTaken')
    await over(rings)
  })

  test('is nobody else’s to answer', async () => {
    const rings = await ring()
    const amir = await harness.staff('Amir', { departments: ['support'], status: 'away' })
    const ina = await harness.staff('Ina', { departments: ['sales'], status: 'off' })
    expect(told(await accept(harness.desk, amir, rings.id))).toBe('conflict alreadyTaken')
    expect(told(await accept(harness.desk, ina, rings.id))).toBe('missing missing')
    expect(await harness.row(rings.id)).toMatchObject({ state: 'offered', offeredTo: rings.ana.id })
    await over(rings)
  })

  test('goes to the next when it is not answered, and who comes late is told', async () => {
    const rings = await ring()
    await harness.pass(30_000)
    expect(await harness.row(rings.id)).toMatchObject({ state: 'waiting' })
    expect(told(await accept(harness.desk, rings.ana, rings.id))).toBe('conflict alreadyTaken')
    const notices = (await harness.desk.store.transcripts.last(rings.id, 3)).map(noticeOf)
    expect(notices).toContainEqual({ code: 'passed', name: 'Ana', reason: 'unanswered' })
    await over(rings)
  })
})

describe('taking from the line', () => {
  test('gives it to one of two who take it at once; the other is free again, and is told who was quicker', async () => {
    const [ana, amir] = [
      await harness.staff('Ana', { status: 'away' }),
      await harness.staff('Amir', { status: 'away' }),
    ]
    const visit = await harness.visitor()
    await after(
      Promise.all([take(harness.desk, ana, visit.id), take(harness.desk, amir, visit.id)]),
    )
    const row = await harness.row(visit.id)
    const loads = [(await agentRow(ana.id))?.load, (await agentRow(amir.id))?.load]
    expect(loads.toSorted()).toEqual([0, 1])
    const slower = row?.agent === ana.id ? amir : ana
    const problem = problemOf(await take(harness.desk, slower, visit.id))
    expect(problem).toMatchObject({ reason: 'alreadyTaken', values: { name: row?.agentName } })
    const quicker = row?.agent === ana.id ? ana : amir
    expect(await take(harness.desk, quicker, visit.id)).toBeNull()
  })

  test('is for those on duty, with room and with the right to reply', async () => {
    const visit = await harness.visitor()
    const off = await harness.staff('Off', { status: 'off' })
    expect(told(await take(harness.desk, off, visit.id))).toBe('conflict goOnDuty')
    const mute = await harness.staff('Mute', { mayReply: false })
    expect(told(await take(harness.desk, mute, visit.id))).toBe('forbidden notAllowed')
    const small = await harness.staff('Small', { capacity: 1, status: 'away' })
    expect(await after(take(harness.desk, small, visit.id))).toBeNull()
    const next = await harness.visitor('Vito')
    const problem = problemOf(await take(harness.desk, small, next.id))
    expect(problem).toMatchObject({ reason: 'atCapacity', values: { capacity: 1 } })
    await end(harness.desk, next.person, next.id)
  })

  test('finds only what they may see', async () => {
    const ina = await harness.staff('Ina', { departments: ['support'] })
    const visit = await harness.visitor()
    expect(told(await take(harness.desk, ina, visit.id))).toBe('missing missing')
    for (const bad of badIds)
      expect(told(await take(harness.desk, ina, bad as string))).toBe('missing missing')
    await end(harness.desk, visit.person, visit.id)
  })
})

describe('going on with a closed one', () => {
  const closed = async () => {
    const visit = await harness.visitor()
    await after(end(harness.desk, visit.person, visit.id))
    return visit
  }

  test('is theirs at once, and its visitor is called back to it', async () => {
    const ana = await harness.staff('Ana', { status: 'away' })
    const visit = await closed()
    expect(await after(take(harness.desk, ana, visit.id))).toBeNull()
    expect(await harness.row(visit.id)).toMatchObject({
      state: 'active',
      agent: ana.id,
      closedAt: null,
    })
    expect(await harness.desk.store.visitors.find(visit.person.id)).toMatchObject({ talking: true })
  })

  test('not when its visitor talks in another by now', async () => {
    const ana = await harness.staff('Ana', { status: 'away' })
    const visit = await closed()
    const form = { text: 'Something else', client_id: clientId() }
    await after(start(harness.desk, visit.person, form, about))
    expect(told(await take(harness.desk, ana, visit.id))).toBe('conflict notInThisState')
    expect(await harness.row(visit.id)).toMatchObject({ state: 'closed' })
  })
})

describe('the office', () => {
  test.each<[string, object, string]>([
    ['name', { name: '' }, 'name'],
    ['name', { name: 'x'.repeat(121) }, 'name'],
    ['departments', { departments: [] }, 'departments'],
    ['departments', { departments: ['kitchen'] }, 'departments'],
    ['departments', { departments: 'sales' }, 'departments'],
    ['capacity', { capacity: 0 }, 'capacity'],
    ['capacity', { capacity: limits.capacity + 1 }, 'capacity'],
    ['capacity', { capacity: '5' }, 'capacity'],
    ['capacity', { capacity: 1.5 }, 'capacity'],
    ['mayReply', { mayReply: 'yes' }, 'mayReply'],
    ['wrapUp', { wrapUp: -1 }, 'wrapUp'],
  ])('does not seat an agent with a wrong %s: %j', async (_, more, field) => {
    const form = { name: 'Ana', departments: ['sales'], ...more }
    const problem = problemOf(await seatAgent(harness.desk, harness.desk.clock.id(), form))
    expect([problem.code, problem.field]).toEqual(['invalid', field])
  })

  test.each(['role', 'is_admin', 'id', 'password_hash', 'holdings'])(
    'nor with a field %s that it does not have',
    async (field) => {
      const form = { name: 'Ana', departments: ['sales'], [field]: 'admin' }
      expect(told(await seatAgent(harness.desk, harness.desk.clock.id(), form))).toBe(
        'invalid fieldUnknown',
      )
    },
  )

  test.each<[string, object]>([
    ['strategy', { strategy: 'random' }],
    ['acceptance', { acceptance: 'perhaps' }],
    ['patience', { patience: 0 }],
    ['silence', { silence: 1e12 }],
    ['accept', { accept: '30s' }],
    ['name', { name: '\u200b' }],
  ])('does not open a department with a wrong %s: %j', async (field, more) => {
    const problem = problemOf(await createDepartment(harness.desk, { name: 'Repairs', ...more }))
    expect(problem.code).toBe('invalid')
    expect(problem.field).toBe(field)
  })
})
