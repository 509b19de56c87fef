import { SPACED } from './addresses/characters'
import type { Address, Found } from './addresses/found'
import { bareMail, mailto } from './addresses/mail'
import { phone } from './addresses/phone'
import { web } from './addresses/web'

/** What each address begins with, or has in its middle. */
const sign = /https?:\/\/|mailto:|tel:|@/gi
const letterBefore = new RegExp(`${SPACED}$`, 'v')

const isAddress = (found: Found): found is Address => 'href' in found

/**
 * Web addresses, `mailto:` and `tel:` links and bare e-mail addresses in plain text, in whatever
 * script they are written, in order. An address is whole or not there at all: where nobody can tell
 * its end, nothing is. No place is read twice but for a bounded number of characters before an `@`.
 */
export const addressesIn = (text: string): Address[] => {
  const all: Address[] = []
  let done = 0
  for (const { 0: begin, index } of text.matchAll(sign)) {
    if (index < done) continue
    const isPart = begin !== '@' && letterBefore.test(text.slice(Math.max(0, index - 2), index))
    if (isPart) continue
    const found = readAt(text, index, begin.toLowerCase(), done)
    if (isAddress(found)) all.push(found)
    done = Math.max(done, found.end)
  }
  return all
}

const readAt = (text: string, at: number, begin: string, done: number): Found => {
  if (begin === '@') return bareMail(text, at, done)
  if (begin === 'tel:') return phone(text, at)
  return begin === 'mailto:' ? mailto(text, at) : web(text, at, at + begin.length)
}
