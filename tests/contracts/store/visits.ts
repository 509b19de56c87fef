import { expect, test } from 'bun:test'
import { nextVisit, type VisitAbout } from '../../../actors/visitor/visit'
import type { Fresh } from './fixtures'
import { withStore } from './fixtures'

export const about: VisitAbout = {
  ...{ language: 'zh', zone: 'Asia/Shanghai', browser: 'Firefox 140', system: 'Linux' },
  ...{ device: '', address: '203.0.113.9', referrer: '', utm: { source: '广告' } },
  place: { country: 'DE', city: { en: 'Leipzig' } },
}
const page = (url: string, at: number) => ({ url, title: `“${url}” 😀`, at })

export const visitsContract = (fresh: Fresh): void =>
  withStore('what visitors look at', fresh, (store) => {
    test('is kept whole, and in place of what was before', async () => {
      const { visits } = store()
      expect(await visits.of('vera')).toBeUndefined()
      const first = nextVisit(undefined, 'vera', page('/a', 1_000), about)
      await visits.keep(first)
      const then = nextVisit(first, 'vera', page('/b', 2_000), about)
      await visits.keep(then)
      expect(await visits.of('vera')).toEqual(then)
    })

    test('is listed of those of late, whose visit began last first, and forgotten', async () => {
      const { visits } = store()
      await visits.keep(nextVisit(undefined, 'vito', page('/c', 5_000), about))
      await visits.keep(nextVisit(undefined, 'old', page('/d', 10), about))
      const all = await visits.since(1_000, 10)
      expect(all.map(({ visitor }) => visitor)).toEqual(['vito', 'vera'])
      expect(all[0]).toMatchObject({ name: '', conversation: null, talking: false })
      expect((await visits.since(0, 1)).length).toBe(1)
      await visits.forget(1_000)
      expect(await visits.of('old')).toBeUndefined()
      expect(await visits.of('vera')).toBeDefined()
    })
  })
