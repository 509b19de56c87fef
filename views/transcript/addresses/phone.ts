import { SPACED } from './characters'
import { type Found, matchAt, none, trimmed } from './found'

const number = /tel:\+?[\d().-]{0,30}\d(?:;[a-z-]+=[\w.+%-]+)*/iy
const hasDigits = /(?:\d\D*){3}/
/** What goes on after it: then nobody can tell where it ends. */
const goesOn = new RegExp(`^(?:${SPACED}|[%*+\\/=&#\\-\\(]|[ ]\\d)`, 'v')

/** A telephone number with its scheme, which begins at `start`. */
export const phone = (text: string, start: number): Found => {
  const href = trimmed(matchAt(number, text, start))
  const end = start + href.length
  if (!hasDigits.test(href) || goesOn.test(text.slice(end, end + 2))) return none(text, start + 4)
  return { start, end, href, shown: href }
}
