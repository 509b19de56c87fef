import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import type { Tag } from '../../../actors/tag'
import { conversationRow, saying } from '../../support/turns'
import { type Fresh, tallied, withStore } from './fixtures'

export const tagsContract = (fresh: Fresh): void =>
  withStore('tags', fresh, (store) => {
    const tag = (key: string, version: string, more: Partial<Tag> = {}): Tag => ({
      ...{ key, name: `Größe ${key} 😀`, color: 'coral', description: '退款' },
      ...{ into: null, leaves: false, version },
      ...more,
    })
    const told = (id: string): AuditRow => ({
      ...{ id, at: 1, actor: 'olga', actorName: 'Olga', act: 'changed', object: 'tag:one' },
      ...{ detail: {}, address: null, browser: null },
    })
    const keys = async () => (await store().tags.all()).map(({ key }) => key)

    test('are written while they are as they were looked at, all of a write or none', async () => {
      const { tags, audit } = store()
      expect(await tags.put([{ tag: tag('one', 'v1'), before: null }], told('t1'))).toBe('done')
      expect(await tags.put([{ tag: tag('one', 'v2'), before: null }], told('t2'))).toBe('changed')
      expect(await tags.put([{ tag: tag('one', 'v2'), before: 'v0' }])).toBe('changed')
      const writes = [
        { tag: tag('two', 'v1'), before: null },
        { tag: tag('one', 'v3', { into: 'two', leaves: true }), before: 'v0' },
      ]
      expect(await tags.put(writes, told('t3'))).toBe('changed')
      expect(await keys()).toEqual(['one'])
      const right = writes.map((write, nth) => (nth === 1 ? { ...write, before: 'v1' } : write))
      expect(await tags.put(right, told('t4'))).toBe('done')
      expect(await tags.all()).toEqual([right[1]?.tag, right[0]?.tag] as Tag[])
      const rows = (await audit.newest(9)).map(({ id }) => id).filter((id) => /^t\d$/.test(id))
      expect(rows.toSorted()).toEqual(['t1', 't4'])
    })

    test('that are called otherwise come to rest as another name, and others are gone', async () => {
      const { tags } = store()
      const gone = tag('gone', 'v1', { leaves: true })
      await tags.put([{ tag: gone, before: null }])
      expect((await tags.leaving()).map(({ key }) => key)).toEqual(['gone', 'one'])
      for (const one of await tags.leaving()) await tags.settle(one)
      expect(await tags.leaving()).toEqual([])
      expect(await keys()).toEqual(['one', 'two'])
      // Another node has done it already.
      await tags.settle(gone)
      await tags.settle(tag('one', 'v3', { into: 'two', leaves: true }))
      expect(await keys()).toEqual(['one', 'two'])
    })

    test('of the same name at once one is taken', async () => {
      const outcomes = await Promise.all(
        [...'abcdefgh'].map((version) =>
          store().tags.put([{ tag: tag('crowd', version), before: null }]),
        ),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, changed: 7 })
    })

    test('are counted on conversations, whatever else these are found by', async () => {
      const put = async (id: string, tags: string[], more: object = {}) => {
        const row = conversationRow(id, { tags, ...more })
        const summary = { of: 'conversation' as const, ...row }
        expect(await store().turns.commit(saying(id, 1, {}, { summary }))).toBe('done')
      }
      await put('tags-1', ['Größe', 'vip'])
      await put('tags-2', ['GRÖSSE'], { state: 'closed', closedAt: 9, neverAnswered: true })
      await put('tags-3', [])
      expect(await store().tags.uses()).toEqual(
        new Map([
          ['grösse', 2],
          ['vip', 1],
        ]),
      )
    })
  })
