import { SPACED, UNSEEN, UNSPACED } from './characters'
import { type Found, matchAt, none, trimmed } from './found'
import { asciiHost, hostEnd, shownHost } from './hosts'

/** More than this before an `@` is no name (RFC 5321). */
const LOCAL_CHARS = 64
const LOCAL = `(?:${SPACED}|[.+\\-_'&!$%*?^\`\\{\\}~#])`
const localBefore = new RegExp(`${LOCAL}+$`, 'v')
const localAfter = new RegExp(`(?:${LOCAL}|${UNSPACED}){1,${LOCAL_CHARS}}(?=@)`, 'vy')
const namesNobody = /^\.|\.$|\.\./

/** Signs before an address that are not of it: of lists and sentences. */
const lead = /^[.\-!#$%&?^{}]+/
/** Signs of quotes and emphasis, which stand at both its ends. */
const around = /^[*_~'`]/

/** A mail address by its `@`; what stands before `done` has been read. */
export const bareMail = (text: string, at: number, done: number): Found => {
  const nothing = { end: at + 1 }
  const before = text.slice(Math.max(done, at - LOCAL_CHARS - 1), at)
  const run = localBefore.exec(before)?.[0] ?? ''
  const isCut = /(?:@|:\/\/)$/.test(text.slice(0, at - run.length).slice(-3))
  if (run.length > LOCAL_CHARS || isCut) return nothing
  const end = mailEnd(text, at + 1)
  let local = run.replace(lead, '')
  while (around.test(local) && local[0] === text[end]) local = local.slice(1)
  const start = at - local.length
  const host = local && shownHostOf(text, { local, from: at + 1, end })
  if (!host) return nothing
  const name = local.replace(/[%?&#^`{}]/g, encodeURIComponent)
  return { start, end, href: `mailto:${name}${text.slice(at, end)}`, shown: `${local}@${host}` }
}

/** A mail address with its scheme, which begins at `start`. */
export const mailto = (text: string, start: number): Found => {
  const from = start + 'mailto:'.length
  const local = matchAt(localAfter, text, from)
  const hostFrom = from + local.length + 1
  const end = mailEnd(text, hostFrom)
  const query = matchAt(/\?(?:subject|body|cc)=[!#-;=?-~]*/iy, text, end)
  // Several addresses, or a field that nobody reads before they send: not this one alone.
  const goesOn = query === '' && /^(?:\?\S|,[^\s,]{1,64}@)/.test(text.slice(end, end + 66))
  const host = local && !goesOn && shownHostOf(text, { local, from: hostFrom, end })
  if (!host) return none(text, from)
  const fields = trimmed(query)
  const stop = end + fields.length
  const href = text.slice(start, stop)
  return { start, end: stop, href, shown: text.slice(start, hostFrom) + host + fields }
}

/** A host that a mail goes to ends in no sign. */
const mailEnd = (text: string, from: number): number =>
  from + text.slice(from, hostEnd(text, from)).replace(/[-_]+$/, '').length

/** What goes on after a host: then it is not whole. */
const cutHost = new RegExp(`^(?:[%$&+=^@]|\\.\\.${SPACED}|${UNSEEN}+${SPACED})`, 'v')
const hasEnding = /\.[^.\d\-_]{2,63}$|\.xn--[\w-]+$/i

type Mail = { local: string; from: number; end: number }

/** The host of an address as it is shown; undefined when a mail can go to none. */
const shownHostOf = (text: string, { local, from, end }: Mail): string | undefined => {
  const host = text.slice(from, end)
  const isName = hasEnding.test(host) && !host.includes('_') && !namesNobody.test(local)
  const isNumber = /^[\d.]*$/.test(asciiHost(host) ?? '')
  if (!isName || isNumber || cutHost.test(text.slice(end, end + 4))) return undefined
  return shownHost(host)
}
