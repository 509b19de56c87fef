import { JOINER, SPACED, UNSEEN, UNSPACED } from './characters'
import { asciiHost, hostEnd, shownHost } from './hosts'

/** An address in a text: where it stands, where it leads, and how it is shown. */
export type Address = { start: number; end: number; href: string; shown: string }

/** What was read at a place: an address, or how far there is none. */
type Found = Address | { end: number }

const isAddress = (found: Found): found is Address => 'href' in found

/** What each address begins with, or has in its middle. */
const sign = /https?:\/\/|mailto:|tel:|@/gi
const letterBefore = new RegExp(`${SPACED}$`, 'v')

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

/** No address: what stands there up to the next space is not looked at again. */
const none = (text: string, from: number): Found => {
  const space = /[\s，。、；：！？]|$/g
  space.lastIndex = from
  return { end: space.exec(text)?.index ?? text.length }
}

const matchAt = (expression: RegExp, text: string, at: number): string => {
  expression.lastIndex = at
  return expression.exec(text)?.[0] ?? ''
}

/* ---- the web ---- */

/** Who signs in by an address (`https://shop.example@evil.example`) mostly deceives. */
const signsIn = /(?::[^\s/?#@]*)?@/y
/** After a host without a dot these say that it is whole. */
const afterHost = /^(?:[\s/?#\\:.,;!)\]}"'<>，、；：！？）】》」』]|。(?!\w)|$)/
/** After any host these say that it is not. */
const cutHost = new RegExp(`^(?:[%$&+=^@]|${UNSEEN}+${SPACED})`, 'v')

/** In a path text of a script without spaces begins after one of these, and then it goes on. */
const UNSPACED_WORD =
  `(?:(?<=[\\/=&#?_+~\\-]|_\\()${UNSPACED}|(?<=${UNSPACED}['\\(:])${UNSPACED})` +
  `(?:${UNSPACED}|${SPACED})*`
/** Signs that are inside of words only: dashes, apostrophes, Hebrew and Tibetan ones, emoji. */
const BETWEEN = `(?<=${SPACED})[\\u2010-\\u2013\\u2019·\\u05F3\\u05F4\\u0F0B\\p{So}](?=${SPACED})`
const path = new RegExp(
  `[\\/?#\\\\](?:[!#-;=?-~]|${SPACED}|${UNSPACED_WORD}|${BETWEEN}|${JOINER})*`,
  'vy',
)

const web = (text: string, start: number, from: number): Found => {
  const host = text.slice(from, hostEnd(text, from))
  const hostStop = from + host.length
  const rest = text.slice(hostStop, hostStop + 4)
  const isWhole = !cutHost.test(rest) && (host.includes('.') || afterHost.test(rest))
  const port = matchAt(/:\d{1,5}(?!\d)/y, text, hostStop)
  const isOdd = matchAt(signsIn, text, hostStop) !== '' || (port === '' && /^:[\d/]/.test(rest))
  if (host === '' || !isWhole || isOdd) return none(text, hostStop)
  const tail = matchAt(path, text, hostStop + port.length)
  const address = trimmed(text.slice(start, hostStop + port.length + tail.length))
  const shown = shownHost(host)
  if (shown === undefined || !URL.canParse(address)) return none(text, hostStop)
  const head = text.slice(start, from)
  return {
    start,
    end: start + address.length,
    href: address,
    shown: head + shown + address.slice(head.length + host.length),
  }
}

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Punctuation after an address belongs to the sentence, unless its bracket opened inside. */
const trimmed = (address: string): string => {
  const counts = new Map<string, number>()
  for (const each of address) counts.set(each, (counts.get(each) ?? 0) + 1)
  const countOf = (each: string) => counts.get(each) ?? 0
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const opening = closing[last]
    if (opening !== undefined && countOf(last) <= countOf(opening)) break
    if (!/[.,;:!?'"*_~)\]}>|`]/.test(last)) break
    counts.set(last, countOf(last) - 1)
  }
  return address.slice(0, end)
}

/* ---- mail ---- */

/** More than this before an `@` is no name (RFC 5321). */
const LOCAL_CHARS = 64
const LOCAL = `(?:${SPACED}|[.+\\-_'&!$%*?^\`\\{\\}~#])`
const localBefore = new RegExp(`${LOCAL}+$`, 'v')
const localAfter = new RegExp(`(?:${LOCAL}|${UNSPACED}){1,${LOCAL_CHARS}}(?=@)`, 'vy')
const namesNobody = /^\.|\.$|\.\./

/** Signs around an address that are not of it: of lists, of quotes, of emphasis. */
const around = /^[.\-_'&!$%*?^`{}~#]+/

const bareMail = (text: string, at: number, done: number): Found => {
  const before = text.slice(Math.max(done, at - LOCAL_CHARS - 1), at)
  const run = localBefore.exec(before)?.[0] ?? ''
  const local = run.replace(around, '')
  const isCut =
    run.length > LOCAL_CHARS || /(?:@|:\/\/)$/.test(text.slice(0, at - run.length).slice(-3))
  if (local === '' || isCut) return { end: at + 1 }
  const end = mailEnd(text, at + 1)
  return mail(text, { start: at - local.length, local, hostFrom: at + 1, end }) ?? { end: at + 1 }
}

const mailto = (text: string, start: number): Found => {
  const from = start + 'mailto:'.length
  const local = matchAt(localAfter, text, from)
  const hostFrom = from + local.length + 1
  const end = mailEnd(text, hostFrom)
  const query = matchAt(/\?(?:subject|body|cc)=[!#-;=?-~]*/iy, text, end)
  // Several addresses, or a field that nobody reads before they send: not this one alone.
  const goesOn = query === '' && /^(?:\?\S|,[^\s,]{1,64}@)/.test(text.slice(end, end + 66))
  const found = local !== '' && !goesOn && mail(text, { start, local, hostFrom, end })
  if (!found) return none(text, from)
  const whole = trimmed(query)
  return {
    ...found,
    end: found.end + whole.length,
    href: found.href + whole,
    shown: found.shown + whole,
  }
}

/** A host that a mail goes to ends in no sign. */
const mailEnd = (text: string, from: number): number =>
  from + text.slice(from, hostEnd(text, from)).replace(/[-_]+$/, '').length

type Mail = { start: number; local: string; hostFrom: number; end: number }

const mail = (text: string, { start, local, hostFrom, end }: Mail): Address | undefined => {
  const host = text.slice(hostFrom, end)
  const isNumber = /^[\d.]*$/.test(asciiHost(host) ?? '')
  const shown = shownHost(host)
  if (!/\.[^.\d\-_]{2,63}$|\.xn--[\w-]+$/i.test(host) || isNumber || host.includes('_'))
    return undefined
  if (shown === undefined || namesNobody.test(local)) return undefined
  if (cutHost.test(text.slice(end, end + 4))) return undefined
  const name = local.replace(/[%?&#^`{}]/g, encodeURIComponent)
  return {
    start,
    end,
    href: `mailto:${name}@${host}`,
    shown: text.slice(start, hostFrom) + shown,
  }
}

/* ---- telephones ---- */

const number = /tel:\+?[\d().-]{0,30}\d(?:;[a-z-]+=[\w.+%-]+)*/iy
/** What goes on after it: then nobody can tell where it ends. */
const numberGoesOn = new RegExp(`^(?:${SPACED}|[%*+\\/=&#\\-\\(]|[ ]\\d)`, 'v')

const phone = (text: string, start: number): Found => {
  const href = trimmed(matchAt(number, text, start))
  const end = start + href.length
  const hasDigits = /(?:\d\D*){3}/.test(href)
  if (!hasDigits || numberGoesOn.test(text.slice(end, end + 2))) return none(text, start + 4)
  return { start, end, href, shown: href }
}
