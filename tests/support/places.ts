/**
 * A small file of places in the format that MaxMind describes ("MaxMind DB File Format
 * Specification"): one IPv4 network, and what is known of it.
 */
const BITS = 128
/** An IPv4 address stands in the tree behind so many zeros. */
const IPV4_AT = 96

type Known = string | number | { [key: string]: Known } | readonly Known[]

const sized = (type: number, size: number): number[] => {
  const extended = type > 7 ? [type - 7] : []
  const head = (type > 7 ? 0 : type) << 5
  if (size < 29) return [head | size, ...extended]
  return [head | 29, ...extended, size - 29]
}

const encode = (value: Known): number[] => {
  if (typeof value === 'string')
    return [...sized(2, Buffer.byteLength(value)), ...Buffer.from(value)]
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return [...sized(6, 4), ...bytes]
  }
  if (Array.isArray(value)) return [...sized(11, value.length), ...value.flatMap(encode)]
  const entries = Object.entries(value)
  return [...sized(7, entries.length), ...entries.flatMap(([k, v]) => [...encode(k), ...encode(v)])]
}

/** The bytes of a file in which `network`/`bits` is a place, and nothing else is any. */
export const placesFile = (network: string, bits: number, place: Known): Buffer => {
  const address = network.split('.').map(Number)
  const bitAt = (n: number): number =>
    n < IPV4_AT ? 0 : ((address[(n - IPV4_AT) >> 3] ?? 0) >> (7 - ((n - IPV4_AT) & 7))) & 1
  const nodes = IPV4_AT + bits
  const data = encode(place)
  const tree = Array.from({ length: nodes }, (_, n) => {
    const next = n === nodes - 1 ? nodes + 16 : n + 1
    const record = (side: number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(bitAt(n) === side ? next : nodes)
      return [...bytes]
    }
    return [...record(0), ...record(1)]
  }).flat()
  const metadata = encode({
    ...{ node_count: nodes, record_size: 32, ip_version: BITS === 128 ? 6 : 4, build_epoch: 0 },
    ...{ database_type: 'Test-City', binary_format_major_version: 2 },
    ...{ binary_format_minor_version: 0, languages: ['en', 'zh-CN'], description: { en: 'Test' } },
  })
  const mark = [0xab, 0xcd, 0xef, ...Buffer.from('MaxMind.com')]
  return Buffer.from([
    ...tree,
    ...Array.from({ length: 16 }, () => 0),
    ...data,
    ...mark,
    ...metadata,
  ])
}
