import { describe, expect, test } from 'bun:test'
import type { Letter } from '../../../src/store/ports/letters'
import type { Fresh } from './fixtures'

const letter: Letter = {
  ...{ id: 'letter-1', conversation: 'lamp', nth: 1, after: 2, upTo: 5 },
  ...{ at: 1_000, state: 'due', dueAt: 1_000, tries: 0, problem: '' },
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
