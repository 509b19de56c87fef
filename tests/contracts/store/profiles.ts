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

    test('forget the browsers of sessions that have ended, or never were', async () => {
      const { profiles, accounts } = store()
      const push = (id: string, account: string) => ({
        ...{ id, session: id, account, endpoint: `https://push.example.com/${id}` },
        ...{ p256dh: 'p', auth: 'a', language: 'en' },
      })
      const people = ['rests', 'idles', 'ends', 'never']
      for (const [nth, who] of people.slice(0, 3).entries()) {
        const idle = who === 'idles' ? 5_000 : 9_000
        await accounts.openSession(who, `${who}-${nth}`, { at: 0, idle, expires: 9_000 - nth })
      }
      for (const [nth, who] of people.entries())
        await profiles.subscribe(push(who, `${who}-${nth}`))
      const left = async (now: number) => {
        expect(await profiles.forgetPushes(now)).toBe(false)
        return (await profiles.subscribers()).filter((who) => /-\d$/.test(who)).sort()
      }
      expect(await left(4_999)).toEqual(['ends-2', 'idles-1', 'rests-0'])
      expect(await left(5_000)).toEqual(['ends-2', 'rests-0'])
      expect(await left(8_998)).toEqual(['rests-0'])
      await accounts.closeSession('rests')
      expect(await left(8_998)).toEqual([])
    })
  })
