import { expect, test } from 'bun:test'
import { limits } from '../../../actors/limits'
import { agentRow, saying, turnOf, visitorRow } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

/** Four bytes, two UTF-16 units, one code point. */
const face = '😀'

export const limitsContract = (fresh: Fresh): void =>
  withStore('limits and keys', fresh, (store) => {
    test('what fits by code points is kept whole', async () => {
      const { turns, transcripts, visitors } = store()
      const said = {
        text: face.repeat(limits.text),
        name: face.repeat(limits.name),
        clientId: 'k'.repeat(limits.clientId),
      }
      expect(await turns.commit(saying('full', 1, said))).toBe('done')
      expect((await transcripts.last('full', 1))[0]).toMatchObject(said)
      const vera = visitorRow('vera', {
        name: face.repeat(limits.name),
        email: face.repeat(limits.email),
      })
      await turns.commit(turnOf('visitor:vera', 1, { summary: { of: 'visitor', ...vera } }))
      expect(await visitors.find('vera')).toEqual(vera)
    })

    test('one more is refused and leaves nothing, never cut', async () => {
      const { turns, transcripts } = store()
      const over = [
        { text: face.repeat(limits.text + 1) },
        { name: face.repeat(limits.name + 1) },
        { clientId: 'k'.repeat(limits.clientId + 1) },
        { clientId: face.repeat(limits.clientId / 4 + 1) },
        { author: 'k'.repeat(65) },
      ]
      for (const said of over) await expect(turns.commit(saying('over', 1, said))).rejects.toThrow()
      const ana = agentRow('ana', { name: 'A'.repeat(limits.name + 1) })
      const hired = turnOf('agent:ana', 1, { summary: { of: 'agent', ...ana } })
      await expect(turns.commit(hired)).rejects.toThrow()
      expect(await turns.load('conversation:over')).toBeUndefined()
      expect(await turns.load('agent:ana')).toBeUndefined()
      expect(await transcripts.last('over', 9)).toEqual([])
    })

    test('times go far beyond 32 bits, both ways', async () => {
      const { turns, transcripts } = store()
      for (const [n, at] of [Number.MAX_SAFE_INTEGER, -1, 253_402_300_799_999].entries()) {
        await turns.commit(saying('times', n + 1, { at }))
        expect((await transcripts.last('times', 1))[0]?.at).toBe(at)
      }
    })

    test('keys are compared byte by byte', async () => {
      const { accounts, turns, transcripts, visits } = store()
      const alike = [
        'admin',
        'Admin',
        'admin ',
        ' admin',
        'ádmin',
        'a\u0301dmin',
        'ａdmin',
        '😀',
        '😁',
        '',
      ]
      for (const [n, key] of alike.entries()) {
        await accounts.setSetting(`k:${key}`, `${n}`)
        await visits.remember(`t:${key}`, `v-${n}`, 1)
        await accounts.countAttempt(`a:${key}`, 1_000, 500)
        expect(await turns.commit(saying('keys', n + 1, { clientId: `c:${key}` }))).toBe('done')
      }
      for (const [n, key] of alike.entries()) {
        expect(await accounts.setting(`k:${key}`)).toBe(`${n}`)
        expect(await visits.visitorOf(`t:${key}`)).toBe(`v-${n}`)
        expect((await accounts.attempts(`a:${key}`, 1_000)).count).toBe(1)
        expect((await transcripts.byClientId('keys', `c:${key}`))?.seq).toBe(n + 1)
      }
      expect(await accounts.setting('k:ADMIN')).toBeUndefined()
      expect(await turns.load('conversation:KEYS')).toBeUndefined()
    })
  })
