import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import type { Block } from '../../../actors/block'
import type { Lines } from '../../../actors/lines'
import { saying, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const block = (id: string, more: Partial<Block> = {}): Block => ({
  ...{ id, scope: 'network', value: '2001:db8::/32', visitor: null, conversation: null },
  ...{ reason: 'Spam 🙈', by: 'sina', byName: 'Sina', at: 1_000, until: null },
  ...{ liftedAt: null, liftedBy: null },
  ...more,
})
export const act = (id: string): AuditRow => ({
  ...{ id, at: 1_000, actor: 'sina', actorName: 'Sina 🙂', act: 'watched' },
  ...{ object: 'conversation:lamp', detail: { visitor: 'Vera 🙂', holder: null, until: 7 } },
})

export const supervisionContract = (fresh: Fresh): void =>
  withStore('what supervisors do', fresh, (store) => {
    test('acts are there as they were written, newest first, a page at a time', async () => {
      const { audit } = store()
      for (const id of ['act-1', 'act-2', 'act-3']) await audit.add(act(id))
      expect(await audit.newest(2)).toEqual([act('act-3'), act('act-2')])
      expect(await audit.newest(2, 'act-2')).toEqual([act('act-1')])
    })

    test('blocks are in force until their end, or until somebody lifts them, once', async () => {
      const { blocks } = store()
      const [ever, once] = [block('block-1'), block('block-2', { until: 5_000 })]
      for (const one of [ever, once]) await blocks.add(one)
      const ids = async (now: number) => (await blocks.inForce(now)).map(({ id }) => id).toSorted()
      expect(await ids(4_999)).toEqual(['block-1', 'block-2'])
      expect(await ids(5_000)).toEqual(['block-1'])
      await blocks.lift('block-1', 6_000, 'Olga')
      await blocks.lift('block-1', 7_000, 'Sina')
      expect(await blocks.find('block-1')).toEqual({ ...ever, liftedAt: 6_000, liftedBy: 'Olga' })
      expect(await ids(4_999)).toEqual(['block-2'])
      expect((await blocks.newest(1)).map(({ id }) => id)).toEqual(['block-2'])
    })

    test('lines of one conversation stand in another too, and go again', async () => {
      const { turns, transcripts } = store()
      const id = 'x'.repeat(64)
      await turns.commit(saying('merge-from', 1, { text: 'The lamp 🙂', clientId: id }))
      await turns.commit(
        saying('merge-from', 2, { text: 'For us', body: { kind: 'note' }, by: 'agent' }),
      )
      await turns.commit(saying('merge-into', 1))
      const write = (version: number, lines: Lines) =>
        turns.commit(turnOf('conversation:merge-into', version, { lines: [lines] }))
      const copies = {
        write: 'copies',
        from: 'merge-from',
        upTo: 2,
        offset: 1,
        mark: 'm1-',
      } as const
      expect(await write(2, copies)).toBe('done')
      const came = (await transcripts.after('merge-into', 1, 10)).map(
        ({ seq, text, name, body, clientId }) => ({ seq, text, name, kind: body.kind, clientId }),
      )
      expect(came).toEqual([
        {
          seq: 2,
          text: 'The lamp 🙂',
          name: 'Vera',
          kind: 'text',
          clientId: `m1-${'x'.repeat(61)}`,
        },
        { seq: 3, text: 'For us', name: 'Vera', kind: 'note', clientId: 'm1-merge-from-2' },
      ])
      const covers = { write: 'covers', first: 2, last: 3, offset: 2, mark: 'm2-', at: 9 } as const
      expect(await write(3, covers)).toBe('done')
      const shown = await transcripts.last('merge-into', 10)
      expect(shown.map(({ seq, text, body }) => [seq, text, body])).toEqual([
        [1, 'Is anybody there?', { kind: 'text' }],
        [2, '', { kind: 'notice', notice: { code: 'movedBack', inside: false } }],
        [3, '', { kind: 'notice', notice: { code: 'movedBack', inside: true } }],
      ])
      expect((await transcripts.last('merge-from', 10)).map(({ text }) => text)).toEqual([
        'The lamp 🙂',
        'For us',
      ])
    })
  })
