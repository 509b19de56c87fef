import { describe, expect, test } from 'bun:test'
import { othersFrom, type Terms } from '../../../actors/department/fit'
import { choose, isStuck, isThereFor } from '../../../actors/department/routing'
import { departmentSettings, fitRules } from '../../../actors/department/settings'
import { strategies } from '../../../actors/entry'
import type { FloorRow, LineRow } from '../../../actors/rows'
import { openChance } from '../../support/chance'
import { free, waiting } from './events'

const at = 1_000_000
const by = (more: Partial<Terms>): Terms => ({ ...departmentSettings.initial, at, ...more })
const chosen = (terms: Terms, row: LineRow, floor: FloorRow[], first?: string) =>
  choose(terms, row, floor, first).chosen?.agent ?? null
const vera = waiting('vera', { language: 'zh' })
const [ana, amir] = [
  free('ana', { languages: 'en' }),
  free('amir', { languages: 'zh\nen', load: 2 }),
]

describe('the language of a visitor', () => {
  test('makes no difference where the department says so', () => {
    expect(chosen(by({ languageRule: 'any' }), vera, [ana, amir])).toBe('ana')
  })

  test('is spoken by who goes first, however much they have', () => {
    const terms = by({ languageRule: 'preferred', languageWait: 0 })
    expect(chosen(terms, vera, [ana, amir])).toBe('amir')
    const kept = choose(terms, vera, [ana, amir]).kept.candidates
    expect(kept.map(({ agent, marks }) => [agent, marks])).toEqual([
      ['amir', ['speaks']],
      ['ana', undefined],
    ])
  })

  test('is waited for as long as the department says, and then anybody gets them', () => {
    const terms = by({ languageRule: 'preferred', languageWait: 30_000 })
    expect(chosen(terms, vera, [ana])).toBeNull()
    expect(choose(terms, vera, [ana]).kept.candidates[0]?.reject).toBe('language')
    expect(chosen({ ...terms, at: at + 29_999 }, vera, [ana])).toBeNull()
    expect(chosen({ ...terms, at: at + 30_000 }, vera, [ana])).toBe('ana')
    expect(isStuck(terms, { line: [vera], floor: [ana] })).toBe(false)
    expect(isStuck({ ...terms, at: at + 30_000 }, { line: [vera], floor: [ana] })).toBe(true)
  })

  test('must be spoken where it is required: for nobody else they wait', () => {
    const terms = by({ languageRule: 'required' })
    expect(chosen({ ...terms, at: at + 86_400_000 }, vera, [ana])).toBeNull()
    expect(chosen(terms, vera, [ana, amir])).toBe('amir')
    expect([ana, amir].map((agent) => isThereFor(terms, vera, agent))).toEqual([false, true])
    // Asked for by name, and without a word of it.
    expect(chosen(terms, vera, [ana, amir], 'ana')).toBe('amir')
  })

  test('is that of who names none, and what is not known is spoken by all', () => {
    const terms = by({ languageRule: 'required' })
    expect(chosen(terms, vera, [free('olga')])).toBe('olga')
    expect(chosen(terms, waiting('vito'), [ana])).toBe('ana')
    const hans = waiting('hans', { language: 'zh-Hant' })
    expect(chosen(terms, hans, [free('olga', { languages: 'ZH-CN' })])).toBe('olga')
  })
})

describe('what a conversation is about', () => {
  const precedence = { priority: 'normal', came: at, news: 1, via: [], asked: 0 } as const
  const about = (...topics: string[]) => waiting('lamp', { precedence: { ...precedence, topics } })
  const floor = [
    free('ana', { skills: 'Refunds' }),
    free('amir', { skills: 'refunds\nlamps', load: 2 }),
    free('olga'),
  ]

  test('goes to who knows most of it, where the department wants that', () => {
    const terms = by({ skillRule: 'preferred' })
    expect(chosen(terms, about('Lamps', 'refunds'), floor)).toBe('amir')
    expect(chosen(terms, about('refunds'), floor)).toBe('ana')
    expect(chosen(terms, about('chairs'), floor)).toBe('ana')
    expect(chosen(by({}), about('Lamps', 'refunds'), floor)).toBe('ana')
  })

  test('keeps nobody waiting: without them anybody gets it', () => {
    expect(chosen(by({ skillRule: 'preferred' }), about('lamps'), [free('olga')])).toBe('olga')
  })
})

describe('what it is about, where who is chosen must be good at it', () => {
  const precedence = { priority: 'normal', came: at, news: 1, via: [], asked: 0 } as const
  const about = (...topics: string[]) => waiting('lamp', { precedence: { ...precedence, topics } })
  const terms = by({ skillRule: 'required', skillWait: 30_000 })
  const ana = free('ana', { skills: 'Refunds' })
  const both = free('amir', { skills: 'refunds\nlamps', load: 2 })
  const olga = free('olga')

  test('nobody else gets it, however free they are', () => {
    expect(chosen(terms, about('Lamps', 'refunds'), [ana, both, olga])).toBe('amir')
    const busy = { ...both, load: both.capacity }
    const choice = choose(terms, about('Lamps', 'refunds'), [ana, busy, olga])
    expect(choice.chosen).toBeNull()
    expect(choice.kept.candidates.map(({ agent, reject }) => [agent, reject])).toEqual([
      ...[
        ['ana', 'skill'],
        ['amir', 'full'],
        ['olga', 'skill'],
      ],
    ])
    // Asked for by name, and no good at it.
    expect(chosen(terms, about('lamps'), [ana, both], 'ana')).toBe('amir')
  })

  test('for as long as the department says, and then who knows most of it', () => {
    const row = about('Lamps', 'refunds')
    const busy = { ...both, load: both.capacity }
    expect(chosen({ ...terms, at: at + 29_999 }, row, [olga, ana, busy])).toBeNull()
    expect(isStuck({ ...terms, at: at + 29_999 }, { line: [row], floor: [olga, busy] })).toBe(false)
    expect(othersFrom(terms, row)).toBe(at + 30_000)
    expect(chosen({ ...terms, at: at + 30_000 }, row, [olga, ana, busy])).toBe('ana')
    expect(isStuck({ ...terms, at: at + 30_000 }, { line: [row], floor: [olga, busy] })).toBe(true)
    expect(othersFrom({ ...terms, at: at + 30_000 }, row)).toBeNull()
  })

  test('what nobody there is good at is waited for by nobody', () => {
    expect(chosen(terms, about('VIP', 'chairs'), [olga, both])).toBe('olga')
    expect(chosen(terms, about('VIP', 'refunds'), [olga, ana])).toBe('ana')
    expect(othersFrom(terms, about())).toBeNull()
  })
})

describe('a fair share', () => {
  const idle = by({ strategy: 'longest-idle', fairLimit: 2 })
  const long = (recent: number[]) =>
    free('ana', { idleSince: 0, recent, lastOffer: recent.at(-1) ?? 0 })
  const other = free('amir', { idleSince: 500, lastOffer: 3, recent: [3] })

  test('is so many in a row while another one is free', () => {
    expect(chosen(idle, vera, [long([1, 2, 4]), other])).toBe('ana')
    expect(chosen(idle, vera, [long([1, 4, 5]), other])).toBe('amir')
    expect(choose(idle, vera, [long([1, 4, 5]), other]).kept.candidates[1]?.marks).toEqual([
      'hadShare',
    ])
    expect(chosen({ ...idle, fairLimit: 0 }, vera, [long([1, 4, 5]), other])).toBe('ana')
  })

  test('keeps nobody waiting: alone they get all there are', () => {
    expect(chosen(idle, vera, [long([4, 5, 6, 7])])).toBe('ana')
    const full = free('amir', { load: 3, lastOffer: 3 })
    expect(chosen(idle, vera, [long([4, 5, 6, 7]), full])).toBe('ana')
  })

  test('does not stand before who was asked for', () => {
    expect(chosen(idle, vera, [long([4, 5, 6, 7]), other], 'ana')).toBe('ana')
  })

  test('of one gives nobody two while another with room got none', () => {
    const terms = by({ strategy: 'longest-idle', fairLimit: 1 })
    const floor = ['ana', 'amir', 'olga'].map((agent, nth) =>
      free(agent, { idleSince: nth * 100, capacity: 50 }),
    )
    const given: string[] = []
    for (let offer = 1; offer <= 30; offer += 1) {
      const agent = choose(terms, vera, floor).chosen
      if (!agent) throw new Error('nobody was chosen')
      given.push(agent.agent)
      floor[floor.indexOf(agent)] = {
        ...agent,
        ...{ lastOffer: offer, recent: [...(agent.recent ?? []), offer].slice(-10) },
      }
    }
    for (let n = 0; n < 30; n += 3) expect(new Set(given.slice(n, n + 3)).size).toBe(3)
  })
})

test('row 56: who may not reply is never chosen, whatever else speaks for them', () => {
  const chance = openChance(56)
  for (let round = 0; round < 400; round += 1) {
    const nils = free('nils', { mayReply: false, languages: 'zh', skills: 'lamps' })
    const floor = [
      nils,
      ...Array.from({ length: chance.below(3) }, (_, nth) =>
        free(`agent-${nth}`, { load: chance.below(4), languages: chance.pick(['', 'en', 'zh']) }),
      ),
    ]
    const terms = by({
      strategy: chance.pick(strategies),
      ...{ languageRule: chance.pick(fitRules), languageWait: chance.pick([0, 60_000]) },
      ...{ skillRule: chance.pick(fitRules), skillWait: 60_000, fairLimit: chance.below(3) },
    })
    const { chosen: whom, kept } = choose(terms, vera, floor, 'nils')
    expect(whom?.agent).not.toBe('nils')
    const his = kept.candidates.find(({ agent }) => agent === 'nils')
    expect(his?.reject).toBe('cannotReply')
  }
})
