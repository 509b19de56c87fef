/** What invites visitors by itself: on a page that fits its pattern, for so long, since so many visits. */
export type Trigger = {
  id: string
  /** Literal but for `*`, which stands for anything. With `/` in front it is a path, else a whole address. */
  pattern: string
  afterMs: number
  /** From which visit of theirs on; 1 for the first. */
  visits: number
  /** Only who reads this language; empty for all. */
  language: string
  text: string
}

export const triggerLimits = {
  ...{ count: 50, pattern: 200, visits: 1000, afterMs: 24 * 3_600_000 },
} as const

type Where = { url: string; visits: number; language: string }

/** Whether it is meant for who has this page before them. */
export const isMeant = ({ pattern, visits, language }: Trigger, where: Where): boolean =>
  where.visits >= visits &&
  (language === '' || language === where.language) &&
  fits(pattern, where.url)

/** Whether a page fits a pattern; a query counts only where the pattern has one. */
export const fits = (pattern: string, url: string): boolean => {
  const bare = pattern.includes('?') ? url : url.replace(/\?.*$/s, '')
  const whole = pattern.startsWith('/') ? bare.replace(/^\w+:\/\/[^/?]*/, '') || '/' : bare
  return fitsLiterally(withoutEnd(pattern), withoutEnd(whole))
}

/** `/pricing/` is the page `/pricing`. */
const withoutEnd = (text: string): string => (text.length > 1 ? text.replace(/\/$/, '') : text)

/** Each piece is looked for behind the one before it, and never again: no pattern takes long. */
const fitsLiterally = (pattern: string, text: string): boolean => {
  const [first = '', ...others] = pattern.split('*')
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const piece of others) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
