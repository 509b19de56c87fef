import { describe, expect, test } from 'bun:test'
import { CHANGE_WINDOW_MS } from '../../actors/limits'
import type { Person, Staff } from '../../actors/people'
import { mayChange } from '../../src/policies/may-change'

const staff = (id: string, departments: string[], role: Staff['role'] = 'agent'): Staff => ({
  ...{ kind: 'staff', id, name: id, role, departments },
})
const people: Record<string, Person | null> = {
  nobody: null,
  Vera: { kind: 'visitor', id: 'vera' },
  Vito: { kind: 'visitor', id: 'vito' },
  'visitor ana': { kind: 'visitor', id: 'ana' },
  'agent vera': staff('vera', ['support']),
  Ana: staff('ana', ['support']),
  Amir: staff('amir', ['sales']),
  Ina: staff('ina', ['support']),
  Sina: staff('sina', ['sales'], 'supervisor'),
  Olga: staff('olga', [], 'admin'),
}

const AT = 1_000_000
const row = (isOpen: boolean) => ({
  ...{
    visitor: 'vera',
    department: 'sales',
    agent: 'ana',
    offeredTo: null,
    guests: [],
    mergedInto: null,
  },
  state: isOpen ? ('active' as const) : ('closed' as const),
  closedAt: isOpen ? null : AT,
})
const entry = (kind: 'text' | 'note', author: string) => ({
  ...{ clientId: 'client-1', seq: 1, at: AT, kind, author },
})
const who = (may: (person: Person | null) => boolean) =>
  Object.entries(people).flatMap(([name, person]) => (may(person) ? [name] : []))

describe('who may say an entry otherwise, or take it back', () => {
  const revise = (kind: 'text' | 'note', author: string, isOpen: boolean, at = AT) =>
    who((person) => mayChange.revise(person, row(isOpen), entry(kind, author), at))

  test('its author, while it is fresh', () => {
    expect(revise('text', 'vera', true)).toEqual(['Vera'])
    expect(revise('text', 'ana', true)).toEqual(['Ana'])
    // Amir wrote it before it went to Ana, and is still of the department.
    expect(revise('text', 'amir', true)).toEqual(['Amir'])
    expect(revise('note', 'amir', true)).toEqual(['Amir'])
    expect(revise('note', 'ina', true)).toEqual([])
  })

  test('of a talk that has ended a note alone', () => {
    expect(revise('text', 'vera', false)).toEqual([])
    expect(revise('note', 'amir', false)).toEqual(['Amir'])
  })

  test('and no longer than that', () => {
    expect(revise('text', 'vera', true, AT + CHANGE_WINDOW_MS)).toEqual(['Vera'])
    expect(revise('text', 'vera', true, AT + CHANGE_WINDOW_MS + 1)).toEqual([])
  })
})

test('who may react: who is in the talk, to a note whoever sees it, to nothing that has ended', () => {
  const react = (kind: 'text' | 'note', isOpen: boolean) =>
    who((person) => mayChange.react(person, row(isOpen), { kind }))
  expect(react('text', true)).toEqual(['Vera', 'Ana'])
  expect(react('note', true)).toEqual(['Ana', 'Amir', 'Sina', 'Olga'])
  expect([react('text', false), react('note', false)]).toEqual([[], []])
})
