import { describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { Glob } from 'bun'
import { addressOf, type Kind, kinds } from '../../actors/address'
import type { ConversationContext } from '../../actors/conversation/context'
import type { DepartmentContext } from '../../actors/department/context'
import { departmentSettings } from '../../actors/department/settings'
import { adding, type Logic } from '../../actors/logic'
import { logicOf } from '../../actors/registry'
import { revive } from '../../actors/revive'
import { noReads } from '../../actors/rows'
import type { Snapshot, Stored } from '../../actors/snapshot'
import { takeTurn } from '../../actors/turn'
import { arrive, ID, nameOf } from './cells'
import { fileOf, folder, known, statesOf } from './golden'

const files = [...new Glob('*/shape-*/*.json').scanSync(folder)].toSorted()

describe('every snapshot that was ever released', () => {
  test.each(files)('%s revives and goes on', async (file) => {
    const [kind, , name = ''] = file.split('/') as [Kind, string, string]
    const stored: Stored = await Bun.file(`${folder}/${file}`).json()
    const state = nameOf(revive(logicOf(kind), stored.snapshot).value)
    if (stored.snapshot.shape === logicOf(kind).shape)
      expect(state).toBe(name.replace('.json', '').replaceAll('+', ' + '))
    const { events, reads } = known[kind]
    const turns = Object.entries(events).map(([event, what]) =>
      takeTurn(addressOf(kind, ID), stored, what, reads?.[event] ?? noReads),
    )
    expect(turns.every(({ version }) => version === stored.version + 1)).toBe(true)
    expect(turns.some(({ rejected }) => !rejected)).toBe(true)
  })

  test.each([...kinds])('there is one of every state of a %s', (kind) => {
    // Write what is missing with `bun tests/actors/golden.ts`, and commit it.
    expect(statesOf(kind).filter((state) => !existsSync(fileOf(kind, state)))).toEqual([])
  })

  test.each([...kinds])(
    'a %s remembers what its released snapshots hold, and nothing else',
    async (kind) => {
      const { shape, initial: fresh, fallback = {} } = logicOf(kind)
      const shaped = (context: object) =>
        Object.keys(context)
          .filter((name) => !(name in fallback))
          .toSorted()
      // Whoever changes what is remembered makes a new shape, and a way to it.
      for (const file of files.filter((one) => one.startsWith(`${kind}/shape-${shape}/`))) {
        const { snapshot }: Stored = await Bun.file(`${folder}/${file}`).json()
        expect(shaped(snapshot.context as object)).toEqual(shaped(fresh))
      }
    },
  )
})

describe('a snapshot that cannot be', () => {
  const logic = logicOf('conversation')
  const good = arrive('conversation', known.conversation.reach.offered ?? [])?.snapshot as Snapshot
  const context = good.context as Record<string, unknown>
  const without = (name: string) =>
    Object.fromEntries(Object.entries(context).filter(([other]) => other !== name))

  const faults: [what: string, snapshot: Snapshot, says: string][] = [
    ['of a newer program', { ...good, shape: 2 }, 'snapshot of shape 2, this program knows 1'],
    ['of no shape', { ...good, shape: undefined as never }, 'snapshot of shape undefined'],
    ['older than all ways', { ...good, shape: 0 }, 'no way from shape 0 to 1'],
    ['in a state that was removed', { ...good, value: 'bot' }, "State 'bot' does not exist"],
    ['in a removed inner state', { ...good, value: { waiting: 'x' } }, "State 'x' does not exist"],
    ['in half a state', { ...good, value: { active: { turn: 'awaitingAgent' } } }, 'in no state'],
    ['in a state without its inner one', { ...good, value: 'waiting' }, 'in no state'],
    ['in a number', { ...good, value: 7 }, 'in no state'],
    ['in nothing', { ...good, value: null }, 'snapshot without a state'],
    ['without a context', { ...good, context: null }, "snapshot's context is missing"],
    ['with a text for a context', { ...good, context: 'x' }, "snapshot's context is missing"],
    ['without its count', { ...good, context: without('lastSeq') }, 'has no lastSeq'],
    [
      'with a wrong count',
      { ...good, context: { ...context, lastSeq: '7' } },
      'has string for lastSeq',
    ],
    [
      'with no count',
      { ...good, context: { ...context, lastSeq: null } },
      'has nothing for lastSeq',
    ],
    [
      'with half its clocks',
      { ...good, context: { ...context, timings: {} } },
      'has no patience in timings',
    ],
  ]
  test.each(faults)('%s throws and says why', (_, snapshot, says) => {
    expect(() => revive(logic, snapshot)).toThrow(says)
    expect(() =>
      takeTurn(
        'conversation:own',
        { version: 3, snapshot },
        known.conversation.events['Vera says'] as never,
      ),
    ).toThrow(says)
  })

  test('a list is not an object', () => {
    const snapshot = { ...good, context: { ...context, agentVersions: [] } }
    expect(() => revive(logic, snapshot)).toThrow('has a list for agentVersions, not object')
  })
})

test('what colleagues have learned to say since a snapshot is as it is in the beginning', () => {
  const logic = logicOf('conversation')
  const stored = arrive('conversation', known.conversation.reach.offered ?? [])
  const { snapshot } = stored as Stored
  const { tags: _, ...older } = snapshot.context as ConversationContext
  expect(revive(logic, { ...snapshot, context: older }).context).toEqual({ ...older, tags: [] })
  const wrong = { ...snapshot, context: { ...older, tags: 'VIP' } }
  expect(() => revive(logic, wrong)).toThrow('has string for tags, not a list')
})

test('a setting that is newer than a snapshot is as it is in the beginning', () => {
  const stored = arrive('department', known.department.reach['open.calm'] ?? [])
  const { snapshot } = stored as Stored
  const context = snapshot.context as DepartmentContext
  const { silence: _, ...settings } = context.settings
  const older = { ...snapshot, context: { ...context, settings: { ...settings, patience: 7_000 } } }
  expect(revive(logicOf('department'), older).context.settings).toEqual({
    ...context.settings,
    ...{ patience: 7_000, silence: departmentSettings.initial.silence },
  })
  const wrong = { ...snapshot, context: { ...context, settings: { ...settings, accept: '30s' } } }
  expect(() => revive(logicOf('department'), wrong)).toThrow('has string for accept, not number')
  const none = { ...snapshot, context: { ...context, settings: null } }
  expect(() => revive(logicOf('department'), none)).toThrow('has nothing for settings')
})

describe('an older shape', () => {
  const conversation = logicOf('conversation')
  const good = arrive('conversation', known.conversation.reach.offered ?? [])?.snapshot as Snapshot
  /** A later program: it calls its visitor a guest, and what was offered rings. */
  const later: Logic = {
    ...conversation,
    shape: 3,
    upgrades: {
      1: (old) => ({ value: old.value, context: { ...(old.context as object), lastSeq: 40 } }),
      2: ({ value, context }: { value: unknown; context: { lastSeq: number } }) => ({
        value,
        context: { ...context, lastSeq: context.lastSeq + 2 },
      }),
    },
  }

  test('is brought forward step by step', () => {
    expect(revive(later, good).context).toMatchObject({ lastSeq: 42 })
    expect(revive(later, { ...good, shape: 2 }).context).toMatchObject({ lastSeq: 3 })
    expect(revive(later, { ...good, shape: 3 }).context).toMatchObject({ lastSeq: 1 })
  })

  test('that only grew is brought forward by what was added', () => {
    const added = { labels: ['new'], seenByAgent: 9, timings: { wrapUp: 5 } }
    const grown: Logic = {
      ...conversation,
      shape: 2,
      initial: { ...(conversation.initial as object), labels: [] } as never,
      upgrades: { 1: adding(added) },
    }
    const { value, context } = revive(grown, good)
    const before = good.context as ConversationContext
    expect(value as object).toEqual(good.value as object)
    // What it remembered already stays, inside its records too.
    expect(context).toEqual({
      ...before,
      ...{ labels: ['new'], timings: { ...before.timings, wrapUp: 5 } },
    })
    expect(() => revive({ ...grown, upgrades: {} }, good)).toThrow('no way from shape 1 to 2')
  })

  test('does not leave its hands before it is whole', () => {
    const broken: Logic = {
      ...later,
      upgrades: { ...later.upgrades, 2: () => ({ value: 'x', context: {} }) },
    }
    expect(() => revive(broken, good)).toThrow("snapshot's context has no id")
  })
})
