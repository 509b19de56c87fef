import { expect, test } from 'bun:test'
import { knownTexts, scrubbed, scrubberOf } from '../../actors/erasing/scrubber'

const plan = {
  names: ['Vera Lind', '王小明'],
  marks: ['vera@mail.example', '+46 70 555 01 99'],
  texts: ['It whistles in G minor', 'a.pdf', 'It whistles in G minor, twice'],
}

test('words of somebody are taken out of what others wrote, and nothing else is', () => {
  const scrub = scrubberOf(plan, false)
  expect(scrub('Vera Lind, VERA@mail.example: a.pdf')).toBe('[…], […]: […]')
  expect(scrub('> It whistles in G minor, twice\nIndeed')).toBe('> […]\nIndeed')
  expect(scrub('请王小明联系')).toBe('请[…]联系')
  expect(scrub('q=vera%40mail.example&x=Vera%20Lind')).toBe('q=[…]&x=[…]')
  const others = 'Veronica Lindqvist whistles, Vera too; overa Linden'
  expect(scrub(others)).toBe(others)
})

test('where they were spoken to, parts of their name are theirs', () => {
  const scrub = scrubberOf(plan, true)
  expect(scrub('Dear Vera, ask Linda')).toBe('Dear […], ask Linda')
})

test('of a value only what people wrote is looked at, and what says nothing stays the very same', () => {
  const scrub = scrubberOf({ names: ['text', 'agent'], marks: [], texts: [] }, false)
  const event = { type: 'said', by: 'agent', body: { kind: 'text' }, name: 'Agent' }
  expect(scrubbed(event, scrub)).toEqual({ ...event, name: '[…]' })
  const other = { ...event, name: 'Ana' }
  expect(scrubbed(other, scrub)).toBe(other)
})

test('what is too short says nothing of anybody', () => {
  expect(knownTexts('Thanks\nand a very long goodbye')).toEqual([
    'Thanks\nand a very long goodbye',
    'and a very long goodbye',
  ])
})
