import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import type { Block } from '../../../actors/block'
import type { Entry } from '../../../actors/entry'
import type { Lines } from '../../../actors/lines'
import type { ConversationRow } from '../../../actors/summary'
import { COUNTED } from '../../../src/store/ports/conversations'
import { conversationRow, departmentRow, saying, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const block = (id: string, more: Partial<Block> = {}): Block => ({
  ...{ id, scope: 'network', value: '2001:db8::/32', visitor: null, conversation: null },
  ...{ reason: 'Spam 🙈', by: 'sina', byName: 'Sina', at: 1_000, until: null },
  ...{ liftedAt: null, liftedBy: null },
  ...more,
})
const ran = { code: 'ran', name: 'Ana', macro: 'Refund' } as const

export const act = (id: string): AuditRow => ({
  ...{ id, at: 1_000, actor: 'sina', actorName: 'Sina 🙂', act: 'watched' },
  ...{ object: 'conversation:lamp', detail: { visitor: 'Vera 🙂', holder: null, until: 7 } },
  ...{ address: '2001:db8::/64', browser: null },
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
      for (const one of [ever, once]) await blocks.add(one, act(`told-${one.id}`))
      const ids = async (now: number) => (await blocks.inForce(now)).map(({ id }) => id).toSorted()
      expect(await ids(4_999)).toEqual(['block-1', 'block-2'])
      expect(await ids(5_000)).toEqual(['block-1'])
      await blocks.lift('block-1', 6_000, 'Olga', act('told-lift'))
      await blocks.lift('block-1', 7_000, 'Sina', act('told-twice'))
      expect(await blocks.find('block-1')).toEqual({ ...ever, liftedAt: 6_000, liftedBy: 'Olga' })
      expect(await ids(4_999)).toEqual(['block-2'])
      expect((await blocks.all()).map(({ id }) => id)).toEqual(['block-2', 'block-1'])
    })

    test('who did it is written with what they did, or neither is', async () => {
      const { audit, turns } = store()
      const ids = async () => (await audit.newest(20)).map(({ id }) => id)
      expect(await ids()).toEqual(expect.arrayContaining(['told-block-1', 'told-lift']))
      expect(await ids()).not.toContain('told-twice')
      const said = saying('told-of', 1)
      expect(await turns.commit({ ...said, audit: act('told-turn') })).toBe('done')
      expect(await turns.commit({ ...said, audit: act('told-late') })).toBe('stale')
      const again = saying('told-of', 2, { clientId: 'told-of-1' })
      expect(await turns.commit({ ...again, audit: act('told-repeat') })).toBe('repeat')
      // One that cannot be written leaves the turn undone.
      const next = { ...saying('told-of', 2), audit: act('told-turn') }
      expect(await turns.commit(next).catch(() => 'failed')).not.toBe('done')
      expect((await turns.load('conversation:told-of'))?.version).toBe(1)
      const told = (await ids()).filter((id) => id.startsWith('told-')).toSorted()
      expect(told).toEqual(['told-block-1', 'told-block-2', 'told-lift', 'told-turn'])
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
        mark: 'desk-m1-',
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
          // With the mark before it, it would be too long.
          clientId: 'desk-m1-l1',
        },
        { seq: 3, text: 'For us', name: 'Vera', kind: 'note', clientId: 'desk-m1-merge-from-2' },
      ])
      const covers = {
        write: 'covers',
        as: 'movedBack',
        first: 2,
        last: 3,
        offset: 2,
        mark: 'desk-m2-',
        at: 9,
      } as const
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

    test('lines leave one conversation for one of their own, and what is theirs goes with them', async () => {
      const { turns, transcripts, files } = store()
      const [from, into] = ['split-from', 'split-into']
      const line = (version: number, about: Partial<Entry> = {}) =>
        turns.commit(saying(from, version, about))
      const reaction = { kind: 'reaction', emoji: '👍', adds: true, inside: false } as const
      await line(1, { text: 'The lamp', clientId: 'lamp' })
      await line(2, { text: 'The chair 🙂', clientId: 'chair' })
      await line(3, {
        by: 'desk',
        text: '',
        body: { kind: 'notice', notice: ran },
        clientId: 'desk-3',
      })
      await line(4, { text: '', body: reaction, changes: 'chair', clientId: 'desk-4', by: 'agent' })
      await line(5, { text: 'The lamp!', changes: 'lamp', clientId: 'desk-5' })
      const [one, other] = ['file-of-the-lamp', 'file-of-the-chair']
      for (const id of [one, other]) await files.expect({ id, conversation: from, at: 1 })
      await files.arrived([{ id: one, bytes: 1 }], 'lamp')
      await files.arrived([{ id: other, bytes: 1 }], 'chair')
      const stretch = { first: 2, offset: 0, at: 9, mark: 'desk-b1-' } as const
      const write = (to: string, version: number, lines: Lines) =>
        turns.commit(turnOf(`conversation:${to}`, version, { lines: [lines] }))
      expect(await write(into, 1, { write: 'branch', from, upTo: 5, ...stretch })).toBe('done')
      expect(
        await write(from, 6, { write: 'covers', as: 'movedOn', last: 5, ...stretch, offset: 4 }),
      ).toBe('done')
      const told = async (id: string) =>
        (await transcripts.last(id, 9)).map(({ seq, clientId, text, reactions = [] }) => [
          ...[seq, clientId, text],
          reactions.map(({ emoji }) => emoji).join(),
        ])
      expect(await told(into)).toEqual([
        [2, 'chair', 'The chair 🙂', '👍'],
        [3, 'desk-b1-desk-3', '', ''],
      ])
      // What stays is as it was corrected, and of the correction nothing is told elsewhere.
      expect((await told(from)).map(([, id, text]) => [id, text])).toEqual([
        ['lamp', 'The lamp!'],
        ['chair', ''],
        ['desk-3', ''],
      ])
      const all = await transcripts.after(into, 0, 9)
      expect(all.map(({ seq, text }) => [seq, text])).toEqual([
        [2, 'The chair 🙂'],
        [3, ''],
        [4, ''],
        [5, ''],
      ])
      expect((await transcripts.after(from, 0, 20)).map(({ seq }) => seq)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9,
      ])
      expect([
        (await files.find(one))?.conversation,
        (await files.find(other))?.conversation,
      ]).toEqual([from, into])
      // Merged back, with what was put to it.
      const back = { write: 'copies', from: into, upTo: 5, offset: 9, mark: 'desk-m1-' } as const
      await turns.commit(turnOf(`conversation:${from}`, 7, { lines: [back] }))
      expect((await told(from)).slice(3, 4)).toEqual([[11, 'desk-m1-chair', 'The chair 🙂', '👍']])
    })

    test('figures of a department are counted as far as they are shown', async () => {
      const { turns, conversations } = store()
      const row = (id: string, more: Partial<ConversationRow>) =>
        turns.commit(
          turnOf(`conversation:${id}`, 1, {
            summary: {
              of: 'conversation',
              ...conversationRow(id, { department: 'board', ...more }),
            },
          }),
        )
      await turns.commit(
        turnOf('department:board', 1, { summary: { of: 'department', ...departmentRow('board') } }),
      )
      const figures = async () => {
        const heads = await conversations.lineHeads(['board', 'nowhere'], 0, 1_000)
        return heads.map((head) => head.figures)
      }
      const none = { team: 0, due: 0, closed: 0, all: 0 }
      expect(await figures()).toEqual([none, none])
      const snooze = { until: null, by: 'Ana' } as unknown as ConversationRow['snooze']
      await row('held', { state: 'active', agent: 'ana', waitingSince: 2 })
      await row('asleep', { state: 'active', agent: 'ana', snooze, waitingSince: 1 })
      await row('rings', { state: 'offered', offeredTo: 'amir', waitingSince: 3 })
      const sla = { kind: 'first', dueAt: 2_000, soonAt: 1_000, left: 9 } as const
      await row('waits', { state: 'waiting', sla })
      expect(await figures()).toEqual([{ team: 1, due: 1, closed: 0, all: 4 }, none])
      const held = await conversations.inHands(['board'], 9)
      expect(held.map(({ id, agent, offeredTo }) => [id, agent, offeredTo])).toEqual([
        ['asleep', 'ana', null],
        ['held', 'ana', null],
        ['rings', null, 'amir'],
      ])
      expect(await conversations.inHands([], 9)).toEqual([])
      const many = Array.from({ length: COUNTED + 2 }, (_, nth) =>
        row(`over-${nth}`, { state: 'closed', closedAt: nth }),
      )
      await Promise.all(many)
      expect(await figures()).toEqual([
        { team: 1, due: 1, closed: COUNTED + 1, all: COUNTED + 1 },
        none,
      ])
    })
  })
