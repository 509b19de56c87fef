import { expect, test } from 'bun:test'
import type { Macro } from '../../../actors/canned/macro'
import { type CannedReply, DESK } from '../../../actors/canned/reply'
import { type Fresh, tallied, together, withStore } from './fixtures'

export const reply = (code: string, more: Partial<CannedReply> = {}): CannedReply => ({
  ...{ id: `id-${code}`, code, title: 'Return label', folder: '', body: 'Hello 😀', bodies: {} },
  ...{ scope: 'all', holder: DESK, departments: [], uses: 0, version: 'one' },
  ...more,
})

export const macro = (name: string, more: Partial<Macro> = {}): Macro => ({
  ...{ id: `id-${name}`, name, departments: [], version: 'one' },
  acts: [{ does: 'tag.add', value: 'Seen' }],
  ...more,
})

export const cannedContract = (fresh: Fresh): void => {
  withStore('canned replies', fresh, (store) => {
    test('are found as they were made, those of a holder by what they are called', async () => {
      const { canned } = store()
      const ret = reply('Ret', { bodies: { zh: '您好' }, departments: ['sales'], folder: '退货' })
      const own = reply('hi', { holder: 'ana', scope: 'mine' })
      expect(await canned.create(ret, 'ret')).toBe('done')
      expect(await canned.create(own, 'hi')).toBe('done')
      expect(await canned.find(ret.id)).toEqual(ret)
      expect(await canned.find('nothing')).toBeUndefined()
      expect(await canned.of(['ana', DESK])).toEqual([own, ret])
      expect(await canned.of(['amir'])).toEqual([])
      expect(await canned.all()).toEqual([own, ret])
    })

    test('are called so once by one holder, and by another once more', async () => {
      const { canned } = store()
      const outcomes = await together(5, (n) =>
        canned.create(reply('twin', { id: `twin-${n}` }), 'twin'),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, taken: 4 })
      const own = reply('twin', { id: 'own', holder: 'ana', scope: 'mine' })
      expect(await canned.create(own, 'twin')).toBe('done')
    })

    test('are changed by one of many who looked at the same, and never take the name of another', async () => {
      const { canned } = store()
      await canned.create(reply('late'), 'late')
      await canned.create(reply('other'), 'other')
      const outcomes = await together(5, (n) =>
        canned.change(reply('late', { title: `By ${n}`, version: `v${n}` }), 'late', 'one'),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, changed: 4 })
      const { version = '' } = (await canned.find('id-late')) ?? {}
      const renamed = reply('other', { id: 'id-late', version: 'two' })
      expect(await canned.change(renamed, 'other', version)).toBe('taken')
      expect(await canned.find('id-late')).toMatchObject({ code: 'late', version })
    })

    test('are counted as they are used, and gone once they are removed', async () => {
      const { canned } = store()
      await canned.create(reply('used'), 'used')
      await together(3, () => canned.used('id-used'))
      expect(await canned.find('id-used')).toMatchObject({ uses: 3 })
      await canned.remove('id-used')
      await canned.remove('id-used')
      expect(await canned.find('id-used')).toBeUndefined()
    })
  })

  withStore('macros', fresh, (store) => {
    test('are found by name, changed while they are as they were, and removed', async () => {
      const { macros } = store()
      const acts = [{ does: 'say', value: 'Thanks, {{visitor.name|you}}!\n再见' }]
      const thanks = macro('Thanks', { acts, departments: ['sales'] })
      expect(await macros.create(thanks, 'thanks')).toBe('done')
      expect(await macros.create(macro('Bye'), 'bye')).toBe('done')
      expect(await macros.create(macro('THANKS', { id: 'twin' }), 'thanks')).toBe('taken')
      expect(await macros.all()).toEqual([macro('Bye'), thanks])
      const changed = { ...thanks, name: 'Thank you', version: 'two' }
      expect(await macros.change(changed, 'thank you', 'one')).toBe('done')
      expect(await macros.change(changed, 'thank you', 'one')).toBe('changed')
      expect(await macros.change({ ...changed, version: 'x' }, 'bye', 'two')).toBe('taken')
      expect(await macros.find(thanks.id)).toEqual(changed)
      await macros.remove(thanks.id)
      expect(await macros.all()).toEqual([macro('Bye')])
    })
  })
}
