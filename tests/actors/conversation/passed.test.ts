import { expect, test } from 'bun:test'
import { noticeOf } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import { takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach } from './events'

const rings = events['rings at Ana, heard late']
const passes = events['Ana passes on what rings at her']
let word = 10

/** It rings at somebody; by which number depends on what rang before. */
const ringsAt = (name: 'Ana' | 'Amir', offer: number, ticket = 1): AnyEvent[] => {
  const whose = { agent: name.toLowerCase(), name, offer, claim: offer }
  return [
    { ...rings, ...whose, ticket, word: ++word },
    { ...passes, ...whose, word: ++word },
  ]
}
const says = { ...events['Vera says'], clientId: 'vera-waits', text: 'Hello?' }

/** The lines of a conversation that goes such a way from the line. */
const linesOf = (...way: AnyEvent[]) => {
  let stored = arrive('conversation', reach['waiting.inLine'])
  return way.flatMap((event) => {
    const turn = takeTurn('conversation:own', stored, event)
    if (turn.rejected) throw new Error(`${event.type} was refused`)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    return turn.entries
  })
}
const told = (entries: ReturnType<typeof linesOf>) =>
  entries.flatMap((entry) => {
    const notice = noticeOf(entry)
    if (notice?.code !== 'passed') return []
    return [[entry.clientId, entry.changes, notice.name, notice.times]]
  })

test('all that it rings at in vain are told of in one entry, also when the visitor writes on', () => {
  const [first, ...others] = told(
    linesOf(...ringsAt('Ana', 1), ...ringsAt('Amir', 2), says, ...ringsAt('Ana', 3)),
  )
  const [entry] = first ?? []
  expect(first).toEqual([entry, null, 'Ana', undefined])
  expect(others).toEqual([
    [expect.any(String), entry, 'Amir', 2],
    [expect.any(String), entry, 'Ana', 3],
  ])
})

test('a new visit to the line is told of anew', () => {
  const way = [...ringsAt('Ana', 1), events['Vera ends it'], events['Vera reopens it']]
  const lines = told(linesOf(...way, ...ringsAt('Amir', 1, 2)))
  expect(lines.map(([, changes, name, times]) => [changes, name, times])).toEqual([
    [null, 'Ana', undefined],
    [null, 'Amir', undefined],
  ])
})
