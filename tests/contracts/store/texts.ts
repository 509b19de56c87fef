import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import type { Wording } from '../../../actors/text/wording'
import { type Fresh, tallied, withStore } from './fixtures'

export const textsContract = (fresh: Fresh): void =>
  withStore('texts', fresh, (store) => {
    const wording = (version: string, more: Partial<Wording> = {}): Wording => ({
      ...{ language: 'en', word: 'chat.hello', forms: { text: `Größe ${version} 😀` } },
      ...{ version, at: 1_000, byName: 'Olga' },
      ...more,
    })
    const told = (id: string): AuditRow => ({
      ...{
        id,
        at: 1,
        actor: 'olga',
        actorName: 'Olga',
        act: 'changed',
        object: 'text:en:chat.hello',
      },
      detail: {},
      address: null,
      browser: null,
    })

    test('are kept in their language, and written over by whoever saw them last', async () => {
      const { texts, audit } = store()
      expect(await texts.put(wording('one'), null, told('a1'))).toBe('done')
      expect(await texts.put(wording('two'), null, told('a2'))).toBe('changed')
      expect(await texts.put(wording('two'), 'other', told('a3'))).toBe('changed')
      expect(await texts.put(wording('zh', { language: 'zh' }), null)).toBe('done')
      expect(await texts.put(wording('two'), 'one', told('a4'))).toBe('done')
      expect(await texts.find('en', 'chat.hello')).toEqual(wording('two'))
      expect((await texts.all()).map(({ language, version }) => [language, version])).toEqual([
        ['en', 'two'],
        ['zh', 'zh'],
      ])
      // Of what was not done nothing is written down.
      expect((await audit.newest(9)).map(({ id }) => id).filter((id) => /^a\d$/.test(id))).toEqual([
        'a4',
        'a1',
      ])
      expect(await texts.remove(wording('one'), told('a5'))).toBe('changed')
      expect(await texts.remove(wording('two'))).toBe('done')
      expect(await texts.find('en', 'chat.hello')).toBeUndefined()
    })

    test('of many at once one is taken', async () => {
      const { texts } = store()
      const word = 'chat.lead'
      const outcomes = await Promise.all(
        [...'abcdefgh'].map((version) => texts.put(wording(version, { word }), null)),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, changed: 7 })
    })
  })
