import { limits } from '../../../actors/limits'
import { looksLatin } from '../../../actors/text/look-alikes'
import { mixesScripts } from '../../../actors/text/scripts'
import { JOINER, SPACED, UNSPACED } from './characters'

const spacedRun = new RegExp(`(?:${SPACED}|[\\-_]|${JOINER})*`, 'vy')
const anyRun = new RegExp(`(?:${SPACED}|${UNSPACED}|[\\-_]|${JOINER})*`, 'vy')
const labelAhead = new RegExp(`^\\.(?:${SPACED}|${UNSPACED})`, 'v')
const unspacedAhead = new RegExp(`^${UNSPACED}`, 'v')

/** Where an expression that starts at a place ends. */
const runEnd = (run: RegExp, text: string, at: number): number => {
  run.lastIndex = at
  return run.test(text) ? run.lastIndex : at
}

/** A host may end in one of these, so that a sentence may go on right after it: `shop.com.请看`. */
const ENDING =
  /^(?:[a-z]{2}|com|net|org|edu|gov|info|biz|top|xyz|app|dev|shop|site|store|club|vip|example)$/i

/**
 * Where the label ends that begins at a place. Text in a script without spaces may follow a host:
 * it belongs to a label that begins with it, and to a mixed one only at the front of a host.
 */
const labelEnd = (text: string, at: number, before: readonly string[]): number => {
  const end = runEnd(spacedRun, text, at)
  if (!unspacedAhead.test(text.slice(end, end + 2))) return end
  const whole = runEnd(anyRun, text, end)
  const goesOn = labelAhead.test(text.slice(whole, whole + 3))
  const isFirst = before.every((label) => /^www$/i.test(label))
  if (end > at) return isFirst && goesOn ? whole : end
  const last = before.at(-1) ?? ''
  return !goesOn && !isFirst && ENDING.test(last) ? at : whole
}

/** Where the host ends that begins at a place; the same place when there is none. */
export const hostEnd = (text: string, from: number): number => {
  const address = /\[[\da-f:.]{2,45}\]/iy
  address.lastIndex = from
  if (address.test(text)) return address.lastIndex
  const labels: string[] = []
  let end = from
  let at = from
  while (at - from <= limits.host) {
    const next = labelEnd(text, at, labels)
    if (next - at > limits.label) return from
    if (next === at) break
    labels.push(text.slice(at, next))
    end = next
    if (text[end] !== '.') break
    at = end + 1
  }
  return at - from > limits.host ? from : end
}

/** The host as a browser reads it; undefined when it is none. */
export const asciiHost = (host: string): string | undefined =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined

const isAscii = (text: string) => /^[ -~]*$/.test(text)

/**
 * A host as it is shown: as it was written, unless it looks like another one. Then in the letters
 * it has for machines, `xn--…`. Undefined when it is none.
 */
export const shownHost = (host: string): string | undefined => {
  const ascii = asciiHost(host)
  if (ascii === undefined || isAscii(host)) return ascii === undefined ? undefined : host
  const isItself = host.normalize('NFC') === host.normalize('NFKC')
  const labels = host.split('.')
  const isClear = isItself && !labels.some((label) => mixesScripts(label) || looksLatin(label))
  return isClear ? host : ascii
}
