import { describe, expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import type { Letter, LetterAsk } from '../../../src/store/ports/letters'
import type { Fresh } from './fixtures'

const letter: Letter = {
  ...{ id: 'letter-1', thread: 'lamp', nth: 1, kind: 'answer', about: 'lamp', after: 2, upTo: 5 },
  ...{
    at: 1_000,
    address: '',
    subject: '',
    language: '',
    state: 'due',
    dueAt: 1_000,
    tries: 0,
    problem: '',
  },
}

/** Mail to visitors is kept until it has gone. */
export const lettersContract = (fresh: Fresh): void => {
  describe('letters', () => {
    test('one of those who write the same is kept, and what became of it', async () => {
      const { letters } = await fresh()
      expect(await letters.write(letter)).toBe(true)
      expect(await letters.write({ ...letter, id: 'letter-2' })).toBe(false)
      expect(await letters.write({ ...letter, id: 'letter-3', nth: 2, dueAt: 500 })).toBe(true)
      expect((await letters.lastOf('lamp'))?.id).toBe('letter-3')
      expect(await letters.lastOf('chair')).toBeUndefined()
      expect((await letters.due(999, 9)).map(({ id }) => id)).toEqual(['letter-3'])
      expect((await letters.due(1_000, 9)).map(({ id }) => id)).toEqual(['letter-3', 'letter-1'])
      await letters.settle({ ...letter, tries: 1, dueAt: 9_000, problem: '服务器不在 😕' })
      expect((await letters.due(8_999, 9)).map(({ id }) => id)).toEqual(['letter-3'])
      expect((await letters.find('letter-1'))?.problem).toBe('服务器不在 😕')
    })

    test('are listed from a place on, narrowed by each of what is asked', async () => {
      const { letters } = await fresh()
      for (let nth = 1; nth <= 6; nth += 1)
        await letters.write({
          ...{ ...letter, id: `letter-${nth}`, nth, at: 1_000 + (nth >> 1), tries: nth % 2 },
          ...{ address: `guest${nth}@例子.test`, kind: nth > 4 ? 'left' : 'answer' },
          ...{ subject: '安娜 😕', language: 'zh' },
        })
      const ids = async (more: Partial<LetterAsk>, limit = 9) =>
        (await letters.page({ oldestFirst: false, after: null, ...more }, limit)).map(
          ({ id }) => id,
        )
      const all = [6, 5, 4, 3, 2, 1].map((nth) => `letter-${nth}`)
      expect(await ids({}, 4)).toEqual(all.slice(0, 4))
      expect(await ids({ after: { at: 1_002, id: 'letter-5' } })).toEqual(all.slice(2))
      expect(await ids({ oldestFirst: true })).toEqual(all.toReversed())
      expect(await ids({ stage: 'queued' })).toEqual(['letter-6', 'letter-4', 'letter-2'])
      expect(await ids({ stage: 'retrying', kind: 'left' })).toEqual(['letter-5'])
      expect(await ids({ stage: 'sent' })).toEqual([])
      expect(await ids({ address: 'guest3@例子.test' })).toEqual(['letter-3'])
      expect(await ids({ since: 1_001, before: 1_002 })).toEqual(['letter-3', 'letter-2'])
    })

    test('what is done to one by hand is done once, and told with it', async () => {
      const { letters, audit } = await fresh()
      await letters.write({ ...letter, tries: 3, problem: 'ECONNECTION' })
      const told = (id: string): AuditRow => ({
        ...{
          id,
          at: 1,
          actor: 'olga',
          actorName: 'Olga',
          act: 'changed',
          object: 'letter:letter-1',
        },
        detail: {},
        address: null,
        browser: null,
      })
      const one = async () => (await letters.find('letter-1')) ?? letter
      expect(await letters.drop(await one(), told('1'))).toBe(true)
      expect(await letters.drop(await one(), told('2'))).toBe(false)
      expect(await letters.due(9_000, 9)).toEqual([])
      // A try that was under way does not bring it back, but one that went has gone.
      await letters.settle({ ...letter, tries: 4 })
      expect((await one()).state).toBe('dropped')
      expect(await letters.resume(await one(), 5_000, told('3'))).toBe(true)
      expect(await one()).toMatchObject({ state: 'due', tries: 0, problem: '', dueAt: 5_000 })
      await letters.drop(await one(), told('4'))
      await letters.settle({ ...letter, state: 'sent' })
      expect((await one()).state).toBe('sent')
      expect((await audit.newest(9)).map(({ id }) => id)).toEqual(['4', '3', '1'])
    })

    test('an address that wants none is known until it wants it again', async () => {
      const { letters } = await fresh()
      const hash = 'a'.repeat(64)
      expect(await letters.isUnsubscribed(hash)).toBe(false)
      await letters.unsubscribe(hash, 1)
      await letters.unsubscribe(hash, 2)
      expect(await letters.isUnsubscribed(hash)).toBe(true)
      await letters.subscribe(hash)
      await letters.subscribe(hash)
      expect(await letters.isUnsubscribed(hash)).toBe(false)
    })

    test('those written before a time go, whatever became of them', async () => {
      const { letters } = await fresh()
      await letters.write(letter)
      await letters.write({ ...letter, id: 'letter-2', nth: 2, at: 2_000, state: 'sent' })
      expect(await letters.forget(1_000)).toBe(false)
      expect((await letters.lastOf('lamp'))?.id).toBe('letter-2')
      await letters.forget(1_001)
      expect(await letters.find('letter-1')).toBeUndefined()
      await letters.forget(2_001)
      expect(await letters.lastOf('lamp')).toBeUndefined()
    })
  })
}
