import { describe, expect, test } from 'bun:test'
import { days, wrongOfDays } from '../actors/desk/days'
import { type Post, posts } from '../actors/desk/play'

describe.each(Object.keys(posts) as Post[])('mail that is %s', (post) => {
  test.each(days[post])(
    `$runs days of $steps steps, ${posts[post]}`,
    ({ runs, steps }) => expect(wrongOfDays(post, runs, steps)).toEqual([]),
    60_000,
  )
})
