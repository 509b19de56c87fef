/** Bytes from one on, up to but without another. */
export type ByteRange = { from: number; to: number }

/**
 * The one range that a request asks for, of so many bytes (RFC 9110, 14.1.2). Undefined when it asks
 * for none, for several, or in a way nobody knows: then it gets all. `none` when nothing is there.
 */
export const rangeIn = (
  asked: string | undefined,
  bytes: number,
): ByteRange | 'none' | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    const count = Math.min(Number(last), bytes)
    return count === 0 ? 'none' : { from: bytes - count, to: bytes }
  }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= bytes) return 'none'
  return { from: Number(first), to: last === '' ? bytes : Math.min(Number(last) + 1, bytes) }
}
