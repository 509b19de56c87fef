import { expect, test } from 'bun:test'
import { turnOf } from '../../support/turns'
import { crowd, type Fresh, withStore } from './fixtures'

export const nodesContract = (fresh: Fresh): void =>
  withStore('nodes and visits', fresh, (store) => {
    test('connections of a node that is silent, gone or unheard of are orphans', async () => {
      const { nodes, turns } = store()
      const at = (agent: string, node: string) => ({ in: 'presence' as const, agent, node })
      await turns.commit(
        turnOf('agent:ana', 1, {
          keeps: [at('ana', 'self'), at('ana', 'lively'), at('amir', 'silent'), at('olga', 'gone')],
        }),
      )
      await nodes.beat('self', 100)
      await nodes.beat('lively', 100)
      await nodes.beat('lively', 5_000)
      await nodes.beat('silent', 4_000)
      await nodes.beat('gone', 5_000)
      await nodes.leave('gone')
      const beats = new Map((await nodes.beats()).map(({ node, beatAt }) => [node, beatAt]))
      expect(beats.get('lively')).toBe(5_000)
      expect(beats.has('gone')).toBe(false)
      const orphans = await nodes.orphans('self', 4_500)
      expect(orphans.toSorted((a, b) => (a.agent < b.agent ? -1 : 1))).toEqual([
        { agent: 'amir', node: 'silent' },
        { agent: 'olga', node: 'gone' },
      ])
    })

    test('a node that is silent for long is forgotten, but never oneself', async () => {
      const { nodes } = store()
      await nodes.forget('self', 4_500)
      const orphans = await nodes.orphans('nobody', 0)
      // Whose node nobody knows is an orphan at any time.
      expect(orphans.map(({ node }) => node).toSorted()).toEqual(['gone', 'silent'])
    })

    test('a visitor’s token keeps the first visitor it was given', async () => {
      const { visits } = store()
      expect(await visits.visitorOf('token')).toBeUndefined()
      await visits.remember('token', 'vera', 1)
      await visits.remember('token', 'vito', 2)
      expect(await visits.visitorOf('token')).toBe('vera')
    })

    test('a subject is whose it was first, and another is another’s', async () => {
      const { identities } = store()
      expect(await identities.visitorOf('subject')).toBeUndefined()
      expect(await identities.claim('subject', 'vera', 1)).toBe('vera')
      expect(await identities.claim('subject', 'vito', 2)).toBe('vera')
      expect(await identities.claim('Subject', 'vito', 3)).toBe('vito')
      expect(await identities.visitorOf('subject')).toBe('vera')
    })

    test('old tokens are forgotten', async () => {
      const { visits } = store()
      await visits.remember('old', 'vera', 10)
      await visits.remember('new', 'vito', 20)
      await visits.forget(20)
      expect(await visits.visitorOf('old')).toBeUndefined()
      expect(await visits.visitorOf('new')).toBe('vito')
    })

    test('a year of tokens is forgotten a little at a time', async () => {
      const { visits } = store()
      const tokens = Array.from({ length: 1_200 }, (_, n) => `year-${n}`)
      await visits.forget(50)
      await crowd(tokens, (token) => visits.remember(token, 'vera', 50))
      const left = async () =>
        (await crowd(tokens, visits.visitorOf)).filter((visitor) => visitor).length
      expect(await visits.forget(51)).toBe(true)
      expect(await left()).toBe(700)
      expect(await visits.forget(51)).toBe(true)
      expect(await visits.forget(51)).toBe(false)
      expect(await left()).toBe(0)
    })

    test('a store that works says so', async () => {
      await store().ping()
      const { version, walBytes, now } = await store().health()
      expect(version).toMatch(/^\d+\.\d+/)
      expect(walBytes).toBeGreaterThanOrEqual(0)
      expect(Math.abs(now - Date.now())).toBeLessThan(5_000)
    })
  })
