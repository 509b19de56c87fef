import { expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import { limits } from '../../../actors/limits'
import type { BroughtIn, Origin } from '../../../src/store/ports/origins'
import { saying, turnOf } from '../../support/turns'
import { type Fresh, tallied, withStore } from './fixtures'

export const originsContract = (fresh: Fresh): void =>
  withStore('origins', fresh, (store) => {
    const origin = (sourceId: string, id: string, more: Partial<Origin> = {}): Origin => ({
      ...{ source: 'kefu', kind: 'visitor', sourceId, id },
      ...more,
    })
    const only = (origins: Origin[], more: Partial<BroughtIn> = {}): BroughtIn => ({
      ...{ turns: [], files: [], origins },
      ...more,
    })

    test('are told apart by every byte of an id, spaces and case too', async () => {
      const { origins } = store()
      const ids = ['a', 'A', 'a ', ' a', 'ä', '访客 1', 'x'.repeat(limits.originId)]
      const all = ids.map((sourceId, nth) => origin(sourceId, `own-${nth}`))
      expect(await origins.bringIn(only(all))).toBe('done')
      expect(await origins.bringIn(only([origin('a', 'another', { source: 'shop' })]))).toBe('done')
      const known = await origins.known(all)
      expect(known.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(all)
      expect(await origins.known([origin('b', '')])).toEqual([])
      expect(await origins.of('visitor', ['own-2', 'nobody'])).toEqual([origin('a ', 'own-2')])
      expect(await origins.of('person', ['own-2'])).toEqual([])
    })

    test('come once: what is here already brings nothing in, and neither does what came with it', async () => {
      const { origins, turns, files } = store()
      const address = addressOf('conversation', 'brought')
      const all = (): BroughtIn =>
        only([origin('1', 'brought', { kind: 'conversation' })], {
          turns: [saying('brought', 1)],
          files: [
            {
              ...{ id: 'brought-file', conversation: 'brought', clientId: 'c', bytes: 3 },
              ...{ name: 'a.txt', type: 'text/plain', at: 5 },
            },
          ],
        })
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => origins.bringIn(all())))
      expect(tallied(outcomes)).toEqual({ done: 1, taken: 5 })
      expect((await turns.load(address))?.version).toBe(1)
      expect(await files.find('brought-file')).toMatchObject({ bytes: 3, clientId: 'c' })
      const other = only([origin('2', 'beside')], { turns: [turnOf(address, 1)] })
      expect(await origins.bringIn(other)).toBe('taken')
      expect(await origins.known([origin('2', '')])).toEqual([])
    })

    test('all of a kind are walked from the last to the first, and lines are as they were written', async () => {
      const { origins, turns } = store()
      for (const id of ['walk-1', 'walk-2', 'walk-3']) await turns.commit(saying(id, 1))
      await turns.commit(turnOf(addressOf('visitor', 'walk-9'), 1))
      const from = addressOf('conversation', 'walk-4')
      const first = await origins.before('conversation', from, 2)
      expect(first).toEqual([
        addressOf('conversation', 'walk-3'),
        addressOf('conversation', 'walk-2'),
      ])
      const next = await origins.before('conversation', first[1] ?? null, 1)
      expect(next).toEqual([addressOf('conversation', 'walk-1')])
      const text = 'Hello'
      const body = { kind: 'text' } as const
      const changed = { clientId: 'change', changes: 'walk-client', text: 'Goodbye', body }
      await turns.commit(saying('walked', 1, { clientId: 'walk-client', text, body }))
      await turns.commit(saying('walked', 2, changed))
      const lines = await origins.lines(['walked', 'walk-1'])
      const told = lines.map(({ conversation, seq, text: said }) => [conversation, seq, said])
      expect(told.slice(-2)).toEqual([
        ['walked', 1, 'Hello'],
        ['walked', 2, 'Goodbye'],
      ])
      expect(lines.map(({ conversation }) => conversation)).toEqual(['walk-1', 'walked', 'walked'])
      expect(await origins.lines([])).toEqual([])
    })
  })
