import { expect, test } from 'bun:test'
import { newEpisode } from '../../../actors/figures/episode'
import type { ShiftSpan } from '../../../actors/figures/shift'
import type { DatedEpisode, EpisodeFilter } from '../../../src/store/ports/episodes'
import { turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const DAY = 20_000
const all: EpisodeFilter = { from: 0, until: 1e6, departments: null, only: {} }

const episode = (nth: number, more: Partial<DatedEpisode> = {}): DatedEpisode => ({
  ...newEpisode({
    ...{ nth: 1, at: DAY * 86_400_000 + nth, department: nth % 2 ? 'sales' : 'support' },
    ...{ language: 'en', source: 'größe.example', country: 'DE', device: 'mobile' },
  }),
  ...{ conversation: `talk-${nth}`, day: DAY + Math.floor(nth / 3), hour: nth },
  ...more,
})

export const episodesContract = (fresh: Fresh): void => {
  withStore('episodes', fresh, (store) => {
    const take = (one: DatedEpisode, was: number | null, version: number) =>
      store().episodes.take([
        { address: `conversation:${one.conversation}`, was, version, episodes: [one] },
      ])

    test('are counted once each, and summed by their days, whatever came of them since', async () => {
      const { episodes } = store()
      for (let nth = 1; nth <= 6; nth += 1)
        expect(await take(episode(nth, { tags: ['退款', 'VIP'] }), null, 2)).toBe('done')
      expect(await take(episode(1), null, 2)).toBe('stale')
      expect(await take(episode(1), 1, 3)).toBe('stale')
      expect(await take(episode(1, { agent: 'ana', tags: ['VIP'] }), 2, 3)).toBe('done')
      const counts = async (filter: EpisodeFilter, by: Parameters<typeof episodes.sums>[1]) =>
        Object.fromEntries(
          (await episodes.sums(filter, by)).map(({ key, measures }) => [
            key,
            measures.conversations,
          ]),
        )
      expect(await counts(all, 'all')).toEqual({ '': 6 })
      expect(await counts(all, 'tag')).toEqual({ vip: 6, 退款: 5 })
      expect(await counts(all, 'day')).toEqual({ 20000: 2, 20001: 3, 20002: 1 })
      expect(await counts({ ...all, from: DAY + 1 }, 'department')).toEqual({
        sales: 2,
        support: 2,
      })
      expect(await counts({ ...all, only: { agent: 'ana' } }, 'tag')).toEqual({ vip: 1 })
      expect(await counts({ ...all, only: { tag: '退款' } }, 'tag')).toEqual({ vip: 5, 退款: 5 })
      const hours = await counts({ ...all, only: { tag: 'vip', department: 'sales' } }, 'hour')
      expect(hours).toEqual({ [DAY * 24 + 1]: 1, [(DAY + 1) * 24 + 3]: 1, [(DAY + 1) * 24 + 5]: 1 })
      expect(await counts({ ...all, departments: [] }, 'all')).toEqual({})
      expect(await episodes.values(all, 'source')).toEqual(['größe.example'])
      expect(await episodes.values({ ...all, departments: ['sales'] }, 'department')).toEqual([
        'sales',
      ])
    })

    test('are listed in the order they began, from a place on', async () => {
      const { episodes } = store()
      const first = await episodes.list(all, null, 4)
      expect(first.map(({ conversation }) => conversation)).toEqual([
        ...['talk-1', 'talk-2', 'talk-3', 'talk-4'],
      ])
      expect(first[0]).toMatchObject({ agent: 'ana', tags: ['vip'], endedBy: null, rating: 0 })
      const last = first.at(-1) ?? null
      const rest = await episodes.list({ ...all, only: { tag: '退款' } }, last, 4)
      expect(rest.map(({ conversation }) => conversation)).toEqual(['talk-5', 'talk-6'])
    })

    test('say which journals are not all counted, and forget all', async () => {
      const { episodes, turns } = store()
      await turns.commit(turnOf('conversation:talk-1', 1))
      await turns.commit(turnOf('conversation:talk-9', 1))
      const { behind } = await episodes.behind(null, 1_000)
      const mine = behind.filter(({ address }) => address.startsWith('conversation:talk-'))
      expect(mine).toMatchObject([{ address: 'conversation:talk-9', was: null, version: 1 }])
      const addresses = ['conversation:talk-1', 'conversation:talk-9'] as const
      const journals = await turns.journals(addresses)
      expect(addresses.map((one) => journals.get(one)?.length)).toEqual([1, 1])
      while (await episodes.clear());
      expect([await episodes.sums(all, 'all'), await episodes.list(all, null, 9)]).toEqual([[], []])
    })
  })

  withStore('shifts', fresh, (store) => {
    const span = (version: number, at: number): ShiftSpan => ({
      ...{ version, at, duty: 'away', reason: 'Größe 😀', by: 'colleague', byName: '李明' },
    })
    test('are what was from a time on, and written once', async () => {
      const { shifts } = store()
      const snapshot = { shape: 1, value: 'off', context: {} }
      const reached = { stored: { version: 4, snapshot }, span: span(3, 30) }
      const intake = { address: 'agent:shift-one', was: null, version: 4, reached } as const
      const spans = [span(1, 10), span(2, 20), span(3, 30)]
      expect(await shifts.take([{ ...intake, spans }])).toBe('done')
      expect(await shifts.take([{ ...intake, spans }])).toBe('stale')
      expect(await shifts.spans('shift-one', 25, 99)).toEqual([span(2, 20), span(3, 30)])
      expect(await shifts.spans('shift-one', 0, 15)).toEqual([span(1, 10)])
      expect(await shifts.spans('nobody', 0, 99)).toEqual([])
      const more = { ...intake, was: 4, version: 6, spans: [span(5, 50)] }
      expect(await shifts.take([more])).toBe('done')
      await store().turns.commit(turnOf('agent:shift-one', 1))
      expect(await shifts.behindOf(['shift-one'])).toEqual([])
      while (await shifts.clear());
      expect(await shifts.spans('shift-one', 0, 99)).toEqual([])
    })
  })
}
