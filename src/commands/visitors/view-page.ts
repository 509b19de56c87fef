import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { shownName } from '../../../actors/text/names'
import { nextVisit, type Visit, type VisitAbout } from '../../../actors/visitor/visit'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { admit } from './admit'
import { cut, pageAddress, referrerAddress, utmIn } from './page-address'

const TITLE_CHARS = 200

const value = holding('value', z.string())

export const pageForm = z.strictObject({
  url: value,
  // Nobody typed it here, but elsewhere it is words.
  title: holding('words', z.string()).default(''),
  referrer: value.default(''),
})

type About = From &
  Omit<VisitAbout, 'referrer' | 'utm' | 'address'> & {
    /** What the browser has been given to be known by. */
    token: string
    /** The desk's own: a path is one of its pages. */
    origin: string
    /** Whether pages of this origin are pages of the site. */
    isOurs(origin: string): boolean
  }

/**
 * A visitor has a page of the site before them. Kept with their visit, without a turn; whoever looks
 * after them is rung. Problems: invalid `url`, limited.
 */
export const viewPage = async (
  desk: Desk,
  person: Visitor | null,
  input: unknown,
  { token, origin, isOurs, ...about }: About,
): Promise<Visit | Problem> => {
  const form = read(pageForm, input)
  if (isProblem(form)) return form
  const url = /^\/(?![/\\])/.test(form.url) ? `${origin}${form.url}` : form.url
  const page = pageAddress(url)
  if (!page || !isOurs(page.origin)) return notOurs()
  const limited = await desk.rate.spend('view', about.address)
  if (limited) return limited
  const at = desk.clock.now()
  const visitor = person?.id ?? (await admit(desk, token, at))
  const title = cut(shownName(form.title.slice(0, TITLE_CHARS)).toWellFormed(), TITLE_CHARS)
  const way = { referrer: referrerAddress(form.referrer), utm: utmIn(url) }
  const visit = await oneAfterAnother(desk, visitor, async () => {
    const before = await desk.store.visits.of(visitor)
    const address = desk.masks.address(about.address)
    const now = nextVisit(
      before,
      visitor,
      { url: page.shown, title, at },
      { ...about, ...way, address },
    )
    await desk.store.visits.keep(now)
    return now
  })
  desk.bus.publish([{ topic: addressOf('visitor', visitor), what: 'visited' }])
  return visit
}

const notOurs = () =>
  new Problem('invalid', 'fieldNotValid', { field: 'url', values: { field: 'url' } })

/** What each desk is about to keep, by visitor: two pages that are opened at once are both kept. */
const underway = new WeakMap<Desk, Map<string, Promise<unknown>>>()

const oneAfterAnother = async <Kept>(
  desk: Desk,
  visitor: string,
  keep: () => Promise<Kept>,
): Promise<Kept> => {
  const all = underway.get(desk) ?? new Map<string, Promise<unknown>>()
  underway.set(desk, all)
  const kept = (all.get(visitor) ?? Promise.resolve()).then(keep, keep)
  all.set(visitor, kept)
  try {
    return await kept
  } finally {
    if (all.get(visitor) === kept) all.delete(visitor)
  }
}
