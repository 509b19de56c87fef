import type { Entry } from '../entry'
import type { Fact } from '../facts'
import type { Mask } from './mask'

/** An entry as it is shown; the very same one where nothing of it is masked. */
export const maskedEntry = <
  Line extends Pick<Entry, 'text'> & Partial<Pick<Entry, 'quoted' | 'body'>>,
>(
  line: Line,
  mask: Mask,
): Line => {
  const text = mask(line.text)
  const quoted = line.quoted && { ...line.quoted, text: mask(line.quoted.text) }
  if (text === line.text && quoted?.text === line.quoted?.text) return line
  return { ...line, text, ...(quoted ? { quoted } : {}) }
}

/** What is rung, as those who listen may show it. */
export const maskedFact = (fact: Fact, mask: Mask): Fact => {
  if (fact.entry) {
    const entry = maskedEntry(fact.entry, mask)
    return entry === fact.entry ? fact : { ...fact, entry }
  }
  return fact.text === undefined ? fact : { ...fact, text: mask(fact.text) }
}
