import { describe, expect, test } from 'bun:test'
import { contextOf } from '../../src/commands/conversations/access'
import { seen, tellSeen } from '../../src/commands/conversations/seen'
import { typing } from '../../src/commands/conversations/typing'
import { openTalk } from './fixtures'
import { named, problemOf } from './harness'

const { harness, ana, amir, vera, id, write, count } = await openTalk()

describe('what has been seen', () => {
  test('moves forward, by whom it concerns', async () => {
    await write(vera, 'new')
    expect(await tellSeen(harness.desk, ana, id, { up_to: '3' })).toBeNull()
    const context = () => contextOf(harness.desk, 'conversation', id)
    const before = (await context()).seenByAgent ?? 0
    expect(await seen(harness.desk, amir, id, before + 1)).toBeNull()
    expect((await context()).seenByAgent).toBe(before)
  })

  test.each(
    named([
      '-1',
      '0',
      '1e3',
      '0x10',
      '１',
      '1.5',
      '',
      {},
      [3],
      true,
      Number.POSITIVE_INFINITY,
      null,
    ]),
  )('is a line: not %s', async (_, up_to) => {
    expect(problemOf(await tellSeen(harness.desk, vera, id, { up_to })).field).toBe('up_to')
  })
})

test('typing is rung and never stored', async () => {
  const before = count()
  const rung: unknown[] = []
  harness.desk.bus.subscribe(`conversation:${id}`, (fact) => rung.push(fact))
  expect(await typing(harness.desk, vera, id)).toBeNull()
  expect(rung).toEqual([
    { topic: `conversation:${id}`, what: 'typing', by: 'visitor', name: 'Vera' },
  ])
  expect(await typing(harness.desk, vera, id, 'paused')).toBeNull()
  expect(rung[1]).toMatchObject({ what: 'paused', by: 'visitor' })
  // Who may not write does not type.
  expect(await typing(harness.desk, amir, id)).toBeNull()
  expect(rung).toHaveLength(2)
  expect(count()).toBe(before)
})
