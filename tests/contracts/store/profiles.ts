import { expect, test } from 'bun:test'
import { initialNotices } from '../../../actors/agent/notices'
import { type Fresh, withStore } from './fixtures'

export const profilesContract = (fresh: Fresh): void =>
  withStore('profiles', fresh, (store) => {
    const bytes = new Uint8Array([0, 255, 39, 92, 10])

    test('keep a picture byte by byte, until nobody has it', async () => {
      const { profiles } = store()
      await profiles.keepAvatar({ mark: 'one', type: 'image/png', bytes })
      await profiles.keepAvatar({ mark: 'one', type: 'image/png', bytes })
      const kept = await profiles.avatar('one')
      expect([kept?.type, [...(kept?.bytes ?? [])]]).toEqual(['image/png', [...bytes]])
      const notices = { ...initialNotices, message: 'never' as const }
      await profiles.keep({ account: 'ana', avatar: 'one', notices })
      await profiles.keep({ account: 'amir', avatar: null, notices })
      expect(await profiles.find('ana')).toEqual({ account: 'ana', avatar: 'one', notices })
      expect(await profiles.faces()).toEqual([{ account: 'ana', avatar: 'one' }])
      await profiles.dropAvatar('one')
      expect(await profiles.avatar('one')).toBeDefined()
      await profiles.forget('ana')
      await profiles.dropAvatar('one')
      expect([await profiles.avatar('one'), await profiles.find('ana')]).toEqual([
        ...[undefined, undefined],
      ])
    })

    test('know the browsers that are told, as long as the session lasts', async () => {
      const { profiles, accounts } = store()
      const push = (id: string, session: string) => ({
        ...{ id, session, account: 'ana', endpoint: `https://push.example.com/${id}` },
        ...{ p256dh: 'p', auth: 'a', language: 'zh' },
      })
      await accounts.openSession('lasts', 'ana', { at: 0, idle: 1_000, expires: 2_000 })
      await accounts.openSession('amirs', 'amir', { at: 0, idle: 1_000, expires: 2_000 })
      for (const each of [push('1', 'lasts'), push('2', 'none'), push('3', 'amirs')])
        await profiles.subscribe(each)
      // The same browser again, by then in another language.
      await profiles.subscribe({ ...push('1', 'lasts'), language: 'en' })
      const of = async (now: number) => await profiles.pushesOf('ana', now)
      expect(await of(500)).toEqual([{ ...push('1', 'lasts'), language: 'en' }])
      expect(await of(1_500)).toEqual([])
      expect(await profiles.subscribers()).toEqual(['ana'])
      await profiles.unsubscribe('1')
      expect(await of(500)).toEqual([])
    })
  })
