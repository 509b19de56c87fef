import { expect, test } from 'bun:test'
import { takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach } from './events'

test('what was found in the transcript is kept, and what is said next comes after it', () => {
  const stored = arrive('conversation', reach['active.awaitingAgent + steady'])
  const found = takeTurn('conversation:own', stored, events['the desk finds lines nobody wrote'])
  expect(found.snapshot.context).toMatchObject({ lastSeq: 9, saidSeq: 8, unread: 2 })
  const said = takeTurn('conversation:own', found, events['Vera says'])
  expect(said.entries.map(({ seq }) => seq)).toEqual([10])
  expect(said.snapshot.context).toMatchObject({ lastSeq: 10, saidSeq: 10, unread: 3 })
})
