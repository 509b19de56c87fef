import { describe, expect, test } from 'bun:test'
import type { Letter } from '../../../src/store/ports/letters'
import type { Fresh } from './fixtures'

const letter: Letter = {
  ...{ id: 'letter-1', conversation: 'lamp', nth: 1, visitor: 'vera', email: 'vera@guest.test' },
  ...{ language: 'en', after: 2, upTo: 5, at: 1_000, state: 'due', dueAt: 1_000, tries: 0 },
  ...{ problem: '', usedAt: 0 },
}

/** Mail to visitors is kept until it has gone. */
export const lettersContract = (fresh: Fresh): void => {
  describe('letters', () => {
    test('one of those who write the same is kept, and its link opens once', async () => {
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
      expect(await Promise.all([1, 2, 3].map((at) => letters.open('letter-1', at)))).toContain(true)
      expect(await letters.open('letter-1', 4)).toBe(false)
      expect(await letters.open('nobody', 4)).toBe(false)
    })
  })
}
