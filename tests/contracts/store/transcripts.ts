import { expect, test } from 'bun:test'
import type { Entry } from '../../../actors/entry'
import { entryOf, saying } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const transcriptsContract = (fresh: Fresh): void =>
  withStore('transcripts', fresh, (store) => {
    const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq)

    test('are read from where one was, to the front and to the back, in order', async () => {
      const { turns, transcripts } = store()
      for (const seq of [1, 2, 3, 4, 5]) await turns.commit(saying('read', seq))
      await turns.commit(saying('beside', 1))
      expect(seqs(await transcripts.after('read', 0, 9))).toEqual([1, 2, 3, 4, 5])
      expect(seqs(await transcripts.after('read', 2, 2))).toEqual([3, 4])
      expect(seqs(await transcripts.after('read', 5, 9))).toEqual([])
      expect(seqs(await transcripts.last('read', 2))).toEqual([4, 5])
      expect(seqs(await transcripts.last('read', 9))).toEqual([1, 2, 3, 4, 5])
      expect(seqs(await transcripts.before('read', 4, 2))).toEqual([2, 3])
      expect(seqs(await transcripts.before('read', 1, 9))).toEqual([])
      expect(await transcripts.last('nothing', 9)).toEqual([])
    })

    test('that are asked for together are told apart', async () => {
      const { turns, transcripts } = store()
      const rooms = Array.from({ length: 60 }, (_, n) => `room-${n}`)
      for (const [n, room] of rooms.entries())
        for (let seq = 1; seq <= n % 4; seq++) await turns.commit(saying(room, seq))
      const ask = rooms.flatMap((room) => [0, 1].map((seq) => transcripts.after(room, seq, 2)))
      const found = await Promise.all(ask)
      expect(found.map(seqs)).toEqual(
        rooms.flatMap((_, n) => [
          [1, 2].slice(0, n % 4),
          [2, 3].slice(0, Math.max(0, (n % 4) - 1)),
        ]),
      )
      expect(found.flat().every(({ text }) => text === 'Is anybody there?')).toBe(true)
    })

    test('keep every kind of entry as it was written', async () => {
      const { turns, transcripts } = store()
      const entries = [
        entryOf('kinds', 1),
        entryOf('kinds', 2, { body: { kind: 'note' }, by: 'agent', author: 'ana', name: 'Ana' }),
        entryOf('kinds', 3, {
          ...{ by: 'desk', author: null, name: '', text: '' },
          body: { kind: 'notice', notice: { code: 'closed', by: 'silence', name: '' } },
        }),
      ]
      await turns.commit(saying('kinds', 1, {}, { entries }))
      expect(await transcripts.after('kinds', 0, 9)).toEqual(entries)
    })

    test('show what was changed as it is now wherever it is read', async () => {
      const { turns, transcripts } = store()
      const words = (entries: readonly Entry[]) =>
        entries.map(({ seq, text, edited }) => [seq, text, edited])
      for (const seq of [1, 2, 3]) await turns.commit(saying('put', seq, { text: `line ${seq}` }))
      const change = { changes: 'put-2', text: 'better', body: { kind: 'note' } } as const
      await turns.commit(saying('put', 4, change))
      expect(words(await transcripts.before('put', 3, 1))).toEqual([[2, 'better', 4]])
      await turns.commit(saying('put', 5, { ...change, text: 'right' }))
      await turns.commit(saying('put-beside', 1, { clientId: 'put-2' }))
      expect(words(await transcripts.before('put', 3, 9))).toEqual([
        [1, 'line 1', null],
        [2, 'right', 5],
      ])
      expect(words(await transcripts.last('put', 2))).toEqual([
        [2, 'right', 5],
        [3, 'line 3', null],
      ])
      expect(words(await transcripts.after('put', 1, 9))).toEqual([
        [2, 'right', 5],
        [3, 'line 3', null],
        [4, '', null],
        [5, 'right', null],
      ])
      expect(await transcripts.shown('put', 'put-2')).toEqual(
        entryOf('put', 2, { text: 'right', body: { kind: 'note' }, edited: 5 }),
      )
      expect(await transcripts.byClientId('put', 'put-2')).toMatchObject({ text: '' })
      expect(await transcripts.shown('put-beside', 'put-2')).toMatchObject({ edited: null })
      expect(await transcripts.shown('put', 'nothing')).toBeUndefined()
    })

    test('find an entry by the id its sender gave it, in its own conversation only', async () => {
      const { turns, transcripts } = store()
      await turns.commit(saying('mine', 1, { clientId: 'k-1' }))
      await turns.commit(saying('yours', 1, { clientId: 'k-2' }))
      expect((await transcripts.byClientId('mine', 'k-1'))?.conversation).toBe('mine')
      expect(await transcripts.byClientId('mine', 'k-2')).toBeUndefined()
    })
  })
