import { describe, expect, test } from 'bun:test'
import { takeTurn } from '../../../actors/turn'
import type { VisitorContext } from '../../../actors/visitor/context'
import type { VisitorEvent } from '../../../actors/visitor/events'
import { attributeValue, profileLimits } from '../../../actors/visitor/profile'
import { fits } from '../../../actors/visitor/trigger'
import { nextVisit, TRAIL_PAGES, VISIT_GAP_MS, type Visit } from '../../../actors/visitor/visit'

const at = 1_000_000
const DAY = 86_400_000

/** Sends one after the other; whether each was taken, and what is remembered then. */
const play = (events: readonly VisitorEvent[]) => {
  let stored: { version: number; snapshot: ReturnType<typeof takeTurn>['snapshot'] } | undefined
  const taken = events.map((event) => {
    const turn = takeTurn('visitor:vera', stored, event)
    stored = { version: turn.version, snapshot: turn.snapshot }
    return !turn.rejected
  })
  return { taken, context: stored?.snapshot.context as unknown as VisitorContext }
}

const invited = (more: object = {}): VisitorEvent => ({
  ...{ type: 'invited', at, id: 'i1', words: 'May I help?', agent: 'ana', agentName: 'Ana' },
  ...{ trigger: null, ...more },
})
const byTrigger = (trigger: string, more: object = {}) =>
  invited({ agent: null, agentName: '', trigger, ...more })

describe('attributes of a visitor', () => {
  test('are kept in one way of writing for each type', () => {
    expect(attributeValue('number', ' 12,50 ')).toBe('12.5')
    expect(attributeValue('number', '1e9')).toBeNull()
    expect(attributeValue('yesNo', '是')).toBe('yes')
    expect(attributeValue('yesNo', 'maybe')).toBeNull()
    expect(attributeValue('date', '2024-02-29')).toBe('2024-02-29')
    expect(attributeValue('date', '2026-02-29')).toBeNull()
    expect(attributeValue('text', ' Gold ')).toBe('Gold')
  })

  test('are so many at most; one that is there is changed, and one may be taken away', () => {
    const set = (key: string, value: string | null): VisitorEvent => ({
      ...{ type: 'described', at, agent: 'ana', agentName: 'Ana' },
      changes: { attribute: { key, is: value === null ? null : { type: 'text', value } } },
    })
    const full = Array.from({ length: profileLimits.attributes }, (_, n) => set(`key ${n}`, 'x'))
    const { taken, context } = play([...full, set('one more', 'x'), set('key 3', 'y')])
    expect(taken.slice(-2)).toEqual([false, true])
    expect(context.profile.attributes['key 3']?.value).toBe('y')
    expect(play([...full, set('key 3', null), set('one more', 'x')]).taken.at(-1)).toBe(true)
  })
})

describe('an invitation', () => {
  test('of a trigger comes once, and not while another waits for an answer', () => {
    const declined: VisitorEvent = { type: 'declined', at }
    expect(play([byTrigger('a'), byTrigger('b'), byTrigger('a')]).taken).toEqual([
      true,
      false,
      false,
    ])
    expect(play([invited(), invited(), declined, declined]).taken).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('of a trigger comes once, whatever became of it', () => {
    const { taken } = play([
      byTrigger('a'),
      {
        ...{ type: 'asked', at, conversation: 'lamp', over: null, clientId: 'client-1' },
        ...{ name: '', email: '', language: 'en' },
      },
      { type: 'finished', at, conversation: 'lamp', news: 5 },
      ...[byTrigger('a'), byTrigger('b')],
    ])
    expect(taken).toEqual([true, true, true, false, true])
  })

  test('that was declined is remembered for a while, against agents and triggers', () => {
    const { taken } = play([
      ...[invited(), { type: 'declined', at } as const, invited({ at: at + 29 * DAY })],
      ...[byTrigger('b', { at: at + 29 * DAY }), byTrigger('b', { at: at + 30 * DAY })],
    ])
    expect(taken).toEqual([true, true, false, false, true])
  })

  test('is accepted by whoever then asks', () => {
    const { context } = play([
      invited(),
      {
        ...{ type: 'asked', at, conversation: 'lamp', over: null, clientId: 'client-1' },
        ...{ name: '', email: '', language: 'en' },
      },
    ])
    expect(context.invitation?.answer).toBe('accepted')
  })
})

describe('a pattern of pages', () => {
  const page = 'https://shop.example/pricing?plan=gold'
  test.each([
    ['/pricing', page, true],
    ['/pricing/', page, true],
    ['/pric*', page, true],
    ['/pricing?plan=*', page, true],
    ['/pricing?plan=silver', page, false],
    ['/price', page, false],
    ['*/pricing', page, true],
    ['https://shop.example/*', page, true],
    ['https://other.example/*', page, false],
    ['/*a*a', 'https://shop.example/a', false],
    ['/', 'https://shop.example', true],
    ['/a.c', 'https://shop.example/abc', false],
    ['/(a+)+$', `https://shop.example/${'a'.repeat(40)}!`, false],
  ])('%s and %s: %p', (pattern, url, expected) => {
    expect(fits(pattern, url)).toBe(expected)
  })
})

describe('a visit', () => {
  const about = {
    ...{ language: 'en', zone: '', browser: '', system: '', device: '', address: '' },
    ...{ place: null, referrer: 'https://a.example/', utm: {} },
  }
  const walk = (views: [string, number][]) =>
    views.reduce<Visit | undefined>(
      (before, [url, time]) =>
        nextVisit(before, 'vera', { url, title: url, at: time }, { ...about, referrer: `${url}!` }),
      undefined,
    )

  test('keeps its newest pages, and how it came here', () => {
    const pages = Array.from({ length: 25 }, (_, n): [string, number] => [`/p${n}`, at + n])
    const visit = walk(pages)
    expect(visit?.pages.length).toBe(TRAIL_PAGES)
    expect([visit?.pages[0]?.url, visit?.about.referrer]).toEqual(['/p24', '/p0!'])
  })

  test('has a page once that is loaded again, and is another one after a while', () => {
    const again = walk([
      ['/a', at],
      ['/a', at + 10],
    ])
    expect([again?.pages.length, again?.pages[0]?.at, again?.visits]).toEqual([1, at, 1])
    const later = walk([
      ['/a', at],
      ['/a', at + VISIT_GAP_MS],
    ])
    expect([later?.visits, later?.startedAt]).toEqual([2, at + VISIT_GAP_MS])
  })
})
