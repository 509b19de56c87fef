import { describe, expect, test } from 'bun:test'
import { days, wrongOfDays } from './days'
import { type Post, posts } from './play'

/** A longer hunt: `PLAYS=20 SEED=5000 npm test -- actors/desk`. All days are among the long tests. */
const times = Number(process.env.PLAYS ?? 0.5)
const firstSeed = Number(process.env.SEED ?? 1)

describe.each(Object.keys(posts) as Post[])('mail that is %s', (post) => {
  test.each(days[post].map(({ runs, steps }) => ({ runs: runs * times, steps })))(
    `$runs days of $steps steps, ${posts[post]}`,
    ({ runs, steps }) => expect(wrongOfDays(post, runs, steps, firstSeed)).toEqual([]),
    60_000 * Math.max(1, times),
  )
})
