import { describe, expect, test } from 'bun:test'
import type { Person, Staff } from '../../actors/people'
import type { ConversationState } from '../../actors/summary'
import { may } from '../../src/policies/may'

const staff = (id: string, departments: string[], role: Staff['role'] = 'agent'): Staff => ({
  ...{ kind: 'staff', id, name: id, role, departments },
})

/** Everybody there is, as one conversation of Vera's in `sales` sees them. */
const people: Record<string, Person | null> = {
  nobody: null,
  Vera: { kind: 'visitor', id: 'vera' },
  Vito: { kind: 'visitor', id: 'vito' },
  // A visitor whose id is that of the holder: ids of two kinds are never mixed up.
  'visitor ana': { kind: 'visitor', id: 'ana' },
  'agent vera': staff('vera', ['support']),
  /** Holds it, or held it last; she has left sales since. */
  Ana: staff('ana', ['support']),
  /** It rings at them, from a department that they are not in. */
  Ben: staff('ben', ['support']),
  /** Of the same department, of another, of none; a supervisor of each; the admin and the owner. */
  Amir: staff('amir', ['support', 'sales']),
  Ina: staff('ina', ['support']),
  Ole: staff('ole', []),
  Sina: staff('sina', ['sales'], 'supervisor'),
  Sven: staff('sven', ['support'], 'supervisor'),
  Olga: staff('olga', [], 'admin'),
  Otto: staff('otto', [], 'owner'),
}

const CLOSED_AT = 1_000_000
const HOUR = 3_600_000

const rowOf = (state: ConversationState) => ({
  ...{ visitor: 'vera', department: 'sales', state },
  agent: state === 'active' || state === 'closed' || state === 'rated' ? 'ana' : null,
  offeredTo: state === 'offered' ? 'ben' : null,
  closedAt: state === 'closed' || state === 'rated' ? CLOSED_AT : null,
  answered: true,
  ...{ guests: ['gus'], mergedInto: null },
})

const states: ConversationState[] = ['waiting', 'left', 'offered', 'active', 'closed', 'rated']
type Verb = Exclude<keyof typeof may, 'work' | 'write'>
const allows = (verb: Verb, person: Person | null, state: ConversationState, at = CLOSED_AT) =>
  may[verb](person, rowOf(state), at)

/** Who sees it whatever their departments are, and the supervisor who is of its own. */
const leads = ['Sina', 'Olga', 'Otto']

const ofLeads = Object.fromEntries(states.map((state) => [state, leads])) as Record<
  ConversationState,
  string[]
>

/** Who may, and nobody else: by verb and state. */
const table: Record<Verb, Record<ConversationState, string[]>> = {
  watch: {
    waiting: ['Vera', 'Amir', ...leads],
    left: ['Vera', 'Amir', ...leads],
    offered: ['Vera', 'Ben', 'Amir', ...leads],
    active: ['Vera', 'Ana', 'Amir', ...leads],
    closed: ['Vera', 'Ana', 'Amir', ...leads],
    rated: ['Vera', 'Ana', 'Amir', ...leads],
  },
  note: {
    waiting: ['Amir', ...leads],
    left: ['Amir', ...leads],
    offered: ['Ben', 'Amir', ...leads],
    active: ['Ana', 'Amir', ...leads],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  tag: {
    waiting: ['Amir', ...leads],
    left: ['Amir', ...leads],
    offered: ['Ben', 'Amir', ...leads],
    active: ['Ana', 'Amir', ...leads],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  prioritize: {
    waiting: ['Amir', ...leads],
    left: ['Amir', ...leads],
    offered: ['Ben', 'Amir', ...leads],
    active: ['Ana', 'Amir', ...leads],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  snooze: {
    waiting: ['Amir', ...leads],
    left: ['Amir', ...leads],
    offered: ['Ben', 'Amir', ...leads],
    active: ['Ana', 'Amir', ...leads],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  say: {
    waiting: ['Vera'],
    left: ['Vera'],
    offered: ['Vera'],
    active: ['Vera', 'Ana'],
    closed: [],
    rated: [],
  },
  markSeen: {
    waiting: ['Vera'],
    left: ['Vera'],
    offered: ['Vera'],
    active: ['Vera', 'Ana'],
    closed: ['Vera', 'Ana'],
    rated: ['Vera', 'Ana'],
  },
  end: {
    waiting: ['Vera', ...leads],
    left: ['Vera', ...leads],
    offered: ['Vera', ...leads],
    active: ['Vera', 'Ana', ...leads],
    closed: [],
    rated: [],
  },
  wrapUp: {
    waiting: [],
    left: [],
    offered: [],
    active: [],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  transfer: {
    waiting: leads,
    left: leads,
    offered: leads,
    active: ['Ana', ...leads],
    closed: [],
    rated: [],
  },
  takeOver: {
    waiting: leads,
    left: leads,
    offered: leads,
    active: leads,
    closed: [],
    rated: [],
  },
  whisper: ofLeads,
  lookIn: ofLeads,
  split: ofLeads,
  unsplit: ofLeads,
  block: ofLeads,
  merge: ofLeads,
  unmerge: ofLeads,
  take: {
    waiting: ['Amir', ...leads],
    left: ['Amir', ...leads],
    offered: ['Ben', 'Amir', ...leads],
    active: [],
    closed: ['Ana', 'Amir', ...leads],
    rated: ['Ana', 'Amir', ...leads],
  },
  answerOffer: { waiting: [], left: [], offered: ['Ben'], active: [], closed: [], rated: [] },
  rate: { waiting: [], left: [], offered: [], active: [], closed: ['Vera'], rated: ['Vera'] },
  reopen: { waiting: [], left: [], offered: [], active: [], closed: ['Vera'], rated: ['Vera'] },
}

describe.each(Object.keys(table) as Verb[])('who may %s it', (verb) => {
  test.each(states)('while it is %s', (state) => {
    const allowed = Object.entries(people).flatMap(([name, person]) =>
      allows(verb, person, state) ? [name] : [],
    )
    expect(allowed).toEqual(table[verb][state])
  })
})

test.each([
  ['reopen', 24],
  ['rate', 7 * 24],
] as const)('its visitor may %s it for %p hours after the end', (verb, hours) => {
  const until = CLOSED_AT + hours * HOUR
  for (const state of ['closed', 'rated'] as const)
    expect([until, until + 1].map((at) => allows(verb, people.Vera ?? null, state, at))).toEqual([
      ...[true, false],
    ])
})

test('nobody who never answered is rated', () => {
  const unanswered = { ...rowOf('closed'), answered: false }
  expect(may.rate(people.Vera ?? null, unanswered, CLOSED_AT)).toBe(false)
})

test('nobody may do what they may not see', () => {
  for (const state of states)
    for (const person of Object.values(people))
      for (const verb of Object.keys(table) as Verb[])
        if (allows(verb, person, state)) expect(may.watch(person, rowOf(state))).toBe(true)
})

test('staff work, visitors do not', () => {
  const those = (allows: (person: Person | null) => boolean) =>
    Object.keys(people).filter((name) => allows(people[name] ?? null))
  expect(those(may.work).toSorted()).toEqual(
    ['agent vera', 'Ana', 'Ben', 'Amir', 'Ina', 'Ole', ...leads, 'Sven'].toSorted(),
  )
})

test('the table has every verb there is', () => {
  expect([...Object.keys(table), 'work', 'write'].toSorted()).toEqual(Object.keys(may).toSorted())
})
