import { expect, test } from 'bun:test'
import { saying, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const copiesContract = (fresh: Fresh): void =>
  withStore('lines that came from elsewhere', fresh, (store) => {
    test('lines whose long ids begin alike stand side by side, each with what names it', async () => {
      const { turns, transcripts } = store()
      const [one, other] = ['a', 'b'].map((end) => `${'y'.repeat(63)}${end}`)
      const put = (seq: number, more: Parameters<typeof saying>[2]) =>
        turns.commit(saying('alike-from', seq, more))
      await put(1, { text: 'One', clientId: one })
      await put(2, { text: 'Other', clientId: other, answers: one })
      const change = { changes: other, body: { kind: 'text' } } as const
      await put(3, { ...change, clientId: `${'z'.repeat(64)}`, text: 'Otherwise' })
      const reaction = { kind: 'reaction', emoji: '👍', adds: true, inside: false } as const
      await put(4, { changes: one, clientId: 'desk-4', text: '', body: reaction })
      for (const [version, mark] of [
        [1, 'desk-m1-'],
        [2, 'desk-m2-desk-m1-'],
      ] as const) {
        const offset = (version - 1) * 4
        const lines = { write: 'copies', from: 'alike-from', upTo: 4, offset, mark } as const
        const turn = turnOf('conversation:alike-into', version, { lines: [lines] })
        expect(await turns.commit(turn)).toBe('done')
      }
      const came = (await transcripts.last('alike-into', 9)).map((entry) => [
        ...[entry.seq, entry.clientId, entry.text, entry.answers],
        entry.reactions?.map(({ emoji }) => emoji).join() ?? '',
      ])
      expect(came).toEqual([
        [1, 'desk-m1-l1', 'One', null, '👍'],
        [2, 'desk-m1-l2', 'Otherwise', 'desk-m1-l1', ''],
        [5, 'desk-m2-desk-m1-l1', 'One', null, '👍'],
        [6, 'desk-m2-desk-m1-l2', 'Otherwise', 'desk-m2-desk-m1-l1', ''],
      ])
    })
  })
