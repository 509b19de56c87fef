import { expect, test } from 'bun:test'
import type { Entry, Mention } from '../../../actors/entry'
import type { Lines } from '../../../actors/lines'
import { conversationRow, saying, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const calls = (...agents: string[]): Mention[] =>
  agents.map((agent, nth) => ({ agent, from: nth * 5, to: nth * 5 + 4 }))

export const mentionsContract = (fresh: Fresh): void =>
  withStore('mentions', fresh, (store) => {
    const note = async (
      id: string,
      version: number,
      mentions: Mention[],
      said: Partial<Entry> = {},
      department = 'sales',
    ) => {
      const body = { kind: 'note' as const, mentions }
      const summary = { of: 'conversation' as const, ...conversationRow(id, { department }) }
      const entry = { by: 'agent' as const, author: 'amir', body, ...said }
      return store().turns.commit(saying(id, version, entry, { summary }))
    }
    const unseen = async (agent: string, departments: readonly string[] = ['sales']) =>
      (await store().mentions.unseen({ agent, departments }, 9)).map((one) => one.conversation)
    const write = (id: string, version: number, lines: Lines) =>
      store().turns.commit(turnOf(`conversation:${id}`, version, { lines: [lines] }))

    test('are there until they are seen, newest first, for who sees the conversation', async () => {
      await note('lamp', 1, calls('ana', 'amir', 'ana'))
      await note('chair', 1, calls('ana'), { at: 5_000 })
      await note('vault', 1, calls('ana'), {}, 'secret')
      await note('sofa', 1, [{ agent: 'ana', from: 0, to: 4, barred: true }])
      expect(await unseen('ana')).toEqual(['chair', 'lamp'])
      expect([await unseen('amir'), await unseen('ana', [])]).toEqual([[], []])
      const { mentions, conversations } = store()
      expect(await mentions.unseen({ agent: 'ana', departments: ['sales'] }, 1)).toEqual([
        { conversation: 'chair', at: 5_000 },
      ])
      expect(await mentions.lastUnseen('ana', 'lamp')).toBe('lamp-1')
      const mentioned = { agent: 'ana', departments: ['sales'] }
      const found = await conversations.matching({ mentioned }, undefined, 9)
      expect(found.map(({ id, mentionedAt }) => [id, mentionedAt])).toEqual([
        ['chair', 5_000],
        ['lamp', 1_001],
      ])
      const further = await conversations.matching({ mentioned }, { at: 5_000, id: 'chair' }, 9)
      expect(further.map(({ id }) => id)).toEqual(['lamp'])
      expect((await conversations.matchingIds({ mentioned, open: false }, 9)).length).toBe(0)
      expect([await mentions.see('ana', 'lamp', 0), await mentions.see('ana', 'lamp', 1)]).toEqual([
        ...[false, true],
      ])
      expect(await mentions.see('ana', 'lamp', 9)).toBe(false)
      expect([await unseen('ana'), await mentions.lastUnseen('ana', 'lamp')]).toEqual([
        ...[['chair'], undefined],
      ])
      await mentions.forget('ana')
      expect(await unseen('ana')).toEqual([])
    })

    test('are of the note as it is: what was seen stays seen', async () => {
      await note('desk', 1, calls('ana'))
      await store().mentions.see('ana', 'desk', 1)
      const changed = { changes: 'desk-1' }
      await note('desk', 2, calls('bo'), changed)
      expect([await unseen('ana'), await unseen('bo')]).toEqual([[], ['desk']])
      await note('desk', 3, calls('ana'), changed)
      expect([await unseen('ana'), await unseen('bo')]).toEqual([[], []])
      await note('desk', 4, calls('bo'), changed)
      expect(await unseen('bo')).toEqual(['desk'])
      await note('desk', 5, [], { ...changed, body: { kind: 'withdrawn', inside: true } })
      expect(await unseen('bo')).toEqual([])
    })

    test('go where their lines go, and come back with them', async () => {
      await note('shelf', 1, calls('eve'))
      await note('shelf', 2, calls('eve'))
      await note('shelf', 3, [], { changes: 'shelf-2' })
      await note('rack', 1, [])
      const copies = {
        write: 'copies',
        from: 'shelf',
        upTo: 3,
        offset: 1,
        mark: 'desk-m1-',
      } as const
      await write('rack', 2, copies)
      expect([await unseen('eve'), await store().mentions.lastUnseen('eve', 'rack')]).toEqual([
        ...[['rack'], 'desk-m1-shelf-1'],
      ])
      const covers = { write: 'covers', as: 'movedBack', first: 2, last: 4 } as const
      await write('rack', 3, { ...covers, back: 'shelf', offset: 5, mark: 'desk-m2-', at: 9_000 })
      expect(await unseen('eve')).toEqual(['shelf'])
      expect(await store().mentions.lastUnseen('eve', 'shelf')).toBe('shelf-1')
      await note('shelf', 4, calls('eve'))
      await note('rest', 1, [])
      const branch = { write: 'branch', from: 'shelf', first: 4, upTo: 4, offset: -2 } as const
      await write('rest', 2, { ...branch, mark: 'desk-b1-' })
      const there = await store().mentions.lastUnseen('eve', 'rest')
      expect([(await unseen('eve')).toSorted(), there]).toEqual([['rest', 'shelf'], 'shelf-4'])
    })
  })
