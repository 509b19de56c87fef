import { JOINER, SPACED, UNSEEN, UNSPACED } from './characters'
import { type Found, matchAt, none, trimmed } from './found'
import { hostEnd, shownHost } from './hosts'

/** Who signs in by an address (`https://shop.example@evil.example`) mostly deceives. */
const signsIn = /(?::[^\s/?#@]*)?@/y
/** After a host without a dot these say that it is whole. */
const afterHost = /^(?:[\s/?#\\:.,;!)\]}"'<>，、；：！？）】》」』]|。(?!\w)|$)/
/** After any host these say that it is not, or that its port is none; `...` only ends a clause. */
const cutHost = new RegExp(
  `^(?:[%$&+=^@]|:[\\d\\/]|\\.\\.[\\/:]|\\.\\.${SPACED}|${UNSEEN}+${SPACED})`,
  'v',
)
/** A port, with the dot that a host may end in before it. */
const afterName = new RegExp(`(?:\\.(?=[\\/?#:]))?(?::\\d{1,5}(?!${SPACED}))?`, 'vy')

/** In a path text of a script without spaces begins after one of these, and then it goes on. */
const UNSPACED_WORD =
  `(?:(?<=[\\/=&#?_+~\\-]|_\\()${UNSPACED}|(?<=${UNSPACED}['\\(:])${UNSPACED})` +
  `(?:${UNSPACED}|${SPACED})*`
/** An emoji with its skin tone and shape, or an arrow. */
const PICTURE = '[\\p{So}[\\p{Sm}--\\p{ASCII}]]\\p{Emoji_Modifier}?\\uFE0F?'
/** Signs that are inside of words only: dashes, apostrophes, Hebrew and Tibetan ones, pictures. */
const INSIDE = `[\\u2010-\\u2013\\u2019·\\u05F3\\u05F4\\u0F0B]|${PICTURE}(?:\\u200D?${PICTURE})*`
const BETWEEN = `(?<=${SPACED})(?:${INSIDE})(?=${SPACED})(?!\\uFE0F|https?:\\/\\/)`
const SIGN = `[!#-;=?-~]|${SPACED}|${BETWEEN}|${JOINER}`
const path = new RegExp(`[\\/?#\\\\](?:${SIGN}|${UNSPACED_WORD})*`, 'vy')
/** The same where titles are written in such a script, also after Latin letters and figures. */
const titled = new RegExp(`[\\/?#\\\\](?:${SIGN}|${UNSPACED})*`, 'vy')
const hasTitles = /^(?:zh|ja|ko|th|lo|km|my|yue|wuu|gan|lzh)[.-]|\/(?:wiki|item)\/$/i

/** A web address, whose scheme begins at `start` and ends at `from`. */
export const web = (text: string, start: number, from: number): Found => {
  const host = text.slice(from, hostEnd(text, from))
  const hostStop = from + host.length
  const nameStop = hostStop + matchAt(afterName, text, hostStop).length
  const rest = text.slice(nameStop, nameStop + 4)
  const isWhole = !cutHost.test(rest) && (host.includes('.') || afterHost.test(rest))
  if (host === '' || !isWhole || matchAt(signsIn, text, hostStop) !== '')
    return none(text, hostStop)
  const isTitled = hasTitles.test(host) || hasTitles.test(text.slice(nameStop, nameStop + 6))
  const tail = matchAt(isTitled ? titled : path, text, nameStop)
  const address = trimmed(text.slice(start, nameStop + tail.length))
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
