/** A page of the site as somebody had it before them, since when, ms UTC. */
export type PageView = { url: string; title: string; at: number }

/** Where an address is, by the names of its country (ISO 3166) and city; what is not known is left out. */
export type Place = { country: string; city: Readonly<Record<string, string>> }

/** What a visitor's browser says of itself and of the way here; empty where it says nothing. */
export type VisitAbout = {
  language: string
  zone: string
  browser: string
  system: string
  device: string
  address: string
  place: Place | null
  referrer: string
  utm: Readonly<Record<string, string>>
}

/** A visitor on the site: this visit, or the last one. */
export type Visit = {
  visitor: string
  startedAt: number
  /** When a page was opened last, ms UTC. */
  at: number
  /** How many visits there were. */
  visits: number
  about: VisitAbout
  /** The newest pages, newest first. */
  pages: readonly PageView[]
}

/** Who comes back after so long comes for another visit, ms. */
export const VISIT_GAP_MS = 30 * 60_000
export const TRAIL_PAGES = 20

/**
 * The visit once this page was opened. The way here is that of its first page; the same page again
 * is no new one.
 */
export const nextVisit = (
  before: Visit | undefined,
  visitor: string,
  page: PageView,
  about: VisitAbout,
): Visit => {
  const { at } = page
  const goesOn = before !== undefined && at - before.at < VISIT_GAP_MS
  const [newest, ...older] = before?.pages ?? []
  const isSame = goesOn && newest?.url === page.url
  const pages = isSame
    ? [{ ...newest, title: page.title }, ...older]
    : [page, ...(before?.pages ?? [])].slice(0, TRAIL_PAGES)
  const way = goesOn ? { referrer: before.about.referrer, utm: before.about.utm } : {}
  return {
    ...{ visitor, at, pages },
    startedAt: goesOn ? before.startedAt : at,
    visits: (before?.visits ?? 0) + (goesOn ? 0 : 1),
    about: { ...about, ...way },
  }
}
