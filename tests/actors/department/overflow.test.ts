import { beforeEach, describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import type { DepartmentSettings } from '../../../actors/department/settings'
import { noticeOf } from '../../../actors/entry'
import { type ActorHarness, openActorHarness } from '../../support/actor-harness'

let desk: ActorHarness
beforeEach(() => {
  desk = openActorHarness()
})

const timings = { patience: 600_000, accept: 30_000, silence: 1_800_000 }
const make = (name: string, changes: Partial<DepartmentSettings> = {}) =>
  desk.send(addressOf('department', name), { type: 'created', at: desk.now(), name, changes })
const set = (name: string, changes: Partial<DepartmentSettings>) =>
  desk.send(addressOf('department', name), { type: 'configured', at: desk.now(), changes })

const hire = (
  name: string,
  department: string,
  more: { capacity?: number; languages?: string },
) => {
  const agent = addressOf('agent', name)
  const at = desk.now()
  desk.send(agent, { type: 'hired', at, name, departments: [department], changes: more })
  desk.send(agent, { type: 'appeared', at, node: 'north' })
  desk.send(agent, { type: 'readied', at })
  desk.settle()
}
const opens = (id: string, department: string, language = 'en') => {
  desk.send(addressOf('conversation', id), {
    ...{ type: 'opened', at: desk.now(), visitor: `v-${id}`, name: id, department, timings },
    ...{ departmentName: department, clientId: `start-${id}`, text: 'Hello' },
    visitorWants: { language, topics: [] },
  })
  desk.settle()
}
const of = (id: string) => desk.context<ConversationContext>(addressOf('conversation', id))
const stateOf = (id: string) => conversationState(desk.state(addressOf('conversation', id)))
const lineOf = (department: string) =>
  desk.waiting(department).map(({ conversation }) => conversation)
const told = (id: string) =>
  desk.entries
    .filter(({ conversation }) => conversation === id)
    .flatMap((entry) => noticeOf(entry)?.code ?? [])

describe('overflow by length', () => {
  test('hands on who stands behind so many, while somebody is on duty there', () => {
    make('sales', { overflowTo: 'support', overflowLength: 2 })
    make('support')
    hire('amir', 'support', { capacity: 1 })
    for (const id of ['a', 'b', 'c', 'd']) opens(id, 'sales')
    expect(lineOf('sales')).toEqual(['a', 'b'])
    expect(of('c')).toMatchObject({
      department: 'support',
      agent: 'amir',
      departmentName: 'support',
    })
    expect(lineOf('support')).toEqual(['d'])
    expect(told('c')).toEqual(['unattended', 'overflowed', 'assigned'])
    desk.pass(60_000)
    expect(lineOf('sales')).toEqual(['a', 'b'])
  })

  test('leaves them where they are while nobody is, and asks again until somebody comes', () => {
    make('sales', { overflowTo: 'support', overflowLength: 1 })
    make('support')
    for (const id of ['a', 'b']) opens(id, 'sales')
    expect(lineOf('sales')).toEqual(['a', 'b'])
    desk.pass(60_000)
    expect(lineOf('sales')).toEqual(['a', 'b'])
    hire('amir', 'support', {})
    // At once, however long nobody was asked before.
    expect([of('a').agent, of('b').agent]).toEqual([null, 'amir'])
  })

  test('asks seldom while nobody comes: a night costs few turns', () => {
    make('sales', { overflowTo: 'support', overflowLength: 1, overflowWait: 60_000 })
    make('support')
    for (let n = 0; n < 20; n += 1) opens(`a-${n}`, 'sales')
    const before = desk.journal.length
    desk.pass(8 * 3_600_000)
    const asked = desk.journal.slice(before).filter(({ event }) => event.type === 'overflowAsked')
    expect(asked.length).toBeLessThan(20 * 60)
    expect(lineOf('sales')).toHaveLength(20)
    hire('amir', 'support', { capacity: 50 })
    expect(lineOf('sales')).toEqual([])
  })

  test('does not hand on to a department that is removed, shut, or speaks another language', () => {
    make('sales', { overflowTo: 'support', overflowLength: 1 })
    make('support', { languageRule: 'required' })
    hire('amir', 'support', { languages: 'en' })
    opens('a', 'sales')
    opens('b', 'sales', 'zh')
    desk.pass(31_000)
    expect(lineOf('sales')).toEqual(['a', 'b'])
    desk.send(addressOf('department', 'support'), { type: 'removed', at: desk.now() })
    set('support', { languageRule: 'any' })
    desk.pass(31_000)
    expect(lineOf('sales')).toEqual(['a', 'b'])
    desk.send(addressOf('department', 'support'), { type: 'restored', at: desk.now() })
    desk.pass(600_000)
    expect([of('a').agent, of('b').agent]).toEqual([null, 'amir'])
  })
})

describe('overflow by wait', () => {
  test('hands on who has waited for so long, in their moment, with the time they have waited', () => {
    make('sales', { overflowTo: 'support', overflowWait: 120_000 })
    make('support')
    hire('amir', 'support', { capacity: 1 })
    const came = desk.now()
    opens('old', 'sales')
    desk.pass(100_000)
    // They came later, and to the other line at once.
    for (const id of ['first', 'young']) opens(id, 'support')
    expect([of('first').agent, lineOf('support')]).toEqual(['amir', ['young']])
    desk.pass(19_999)
    expect(lineOf('sales')).toEqual(['old'])
    desk.pass(1)
    expect(lineOf('support')).toEqual(['old', 'young'])
    expect(of('old')).toMatchObject({ since: came, department: 'support', unattended: false })
    desk.send(addressOf('conversation', 'first'), {
      ...{ type: 'ended', at: desk.now(), by: 'agent', author: 'amir', name: 'amir' },
    })
    desk.settle()
    expect(of('old').agent).toBe('amir')
  })

  test('goes along a chain, each department once, though settings lead back', () => {
    const wait = { overflowWait: 10_000 }
    make('sales', { overflowTo: 'support', ...wait })
    make('support', { overflowTo: 'orders', overflowWait: 20_000 })
    // Two admins who save at once could come to this.
    make('orders', { overflowTo: 'sales', ...wait })
    for (const [agent, department] of [
      ['ana', 'sales'],
      ['amir', 'support'],
      ['olga', 'orders'],
    ] as const)
      hire(agent, department, { capacity: 1 })
    for (const department of ['sales', 'support', 'orders']) opens(`busy-${department}`, department)
    opens('lamp', 'sales')
    desk.pass(10_000)
    expect(of('lamp').department).toBe('support')
    desk.pass(10_000)
    expect(of('lamp')).toMatchObject({ department: 'orders', via: ['sales', 'support'] })
    desk.pass(120_000)
    expect(of('lamp').department).toBe('orders')
    expect(told('lamp').filter((code) => code === 'overflowed')).toHaveLength(2)
  })

  test('does not take what rings here, nor what came back from an agent', () => {
    make('sales', { overflowTo: 'support', overflowWait: 10_000, acceptance: 'manual' })
    make('support')
    hire('amir', 'support', {})
    hire('ana', 'sales', {})
    opens('lamp', 'sales')
    desk.pass(11_000)
    expect(stateOf('lamp')).toBe('offered')
    desk.send(addressOf('agent', 'ana'), { type: 'accepted', at: desk.now(), conversation: 'lamp' })
    desk.settle()
    desk.send(addressOf('agent', 'ana'), { type: 'signedOff', at: desk.now() })
    desk.settle()
    desk.pass(60_000)
    expect(of('lamp')).toMatchObject({ department: 'sales', agent: null })
  })
})

describe('while a language decides', () => {
  test('those who speak another stand in nobody’s way, however many they are', () => {
    make('sales', { languageRule: 'required' })
    hire('busy', 'sales', { capacity: 1, languages: 'en' })
    opens('talk', 'sales', 'en')
    for (let n = 0; n < 120; n += 1) opens(`zh-${n}`, 'sales', 'zh')
    for (let n = 0; n < 3; n += 1) opens(`en-${n}`, 'sales', 'en')
    hire('ana', 'sales', { capacity: 2, languages: 'en' })
    expect([of('en-0').agent, of('en-1').agent, of('en-2').agent]).toEqual(['ana', 'ana', null])
    hire('amir', 'sales', { capacity: 50, languages: 'zh' })
    desk.settle()
    const held = [...Array(120).keys()].filter((n) => of(`zh-${n}`).agent === 'amir')
    expect(held).toEqual([...Array(50).keys()])
  })

  test('who waits for it gets anybody in the very moment when that is over', () => {
    make('sales', { languageRule: 'preferred', languageWait: 30_000 })
    hire('ana', 'sales', { languages: 'en' })
    opens('lamp', 'sales', 'zh')
    desk.pass(29_999)
    expect(of('lamp').agent).toBeNull()
    desk.pass(1)
    expect(of('lamp').agent).toBe('ana')
  })
})

test('what becomes urgent while it waits is next, and told so whatever mail crossed', () => {
  make('sales')
  for (const id of ['a', 'b', 'c']) opens(id, 'sales')
  const says = (priority: 'urgent' | 'high') =>
    desk.send(addressOf('conversation', 'c'), {
      ...{ type: 'prioritized', at: desk.now(), name: 'Olga', priority },
    })
  says('urgent')
  says('high')
  // The newer word comes first.
  desk.settle((due) => due.at(-1))
  expect(lineOf('sales')).toEqual(['c', 'a', 'b'])
  expect(desk.line.get('sales c')?.precedence).toMatchObject({ priority: 'high' })
})
