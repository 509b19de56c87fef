import { type Cell, type FoundRow, isTable } from './tables'

const INSERT =
  /^\s*(?:INSERT|REPLACE)\b[^`"(]*INTO\s+([`"]?)([\w$]+)\1\s*(\([^)]*\))?\s*VALUES\s*$/i
const CREATE = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([`"]?)([\w$]+)\1\s*\(/i
const COLUMN = /^\s*[`"]([^`"]+)[`"]\s/gm
const NAMED = /[`"]?([\w$]+)[`"]?/g
/** What stands before a string and says how it is encoded: all of it is decoded by now. */
const INTRODUCER = /^_\w+\s*$/

/** Longer heads are none of ours: a procedure, a view. */
const LONGEST_HEAD = 256 * 1024
const [QUOTE, BACKSLASH] = [39, 92]

const escaped: Readonly<Record<string, string>> = {
  ...{ 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\u001A' },
}

/** What was read until now, and where in a statement that is. */
const start = {
  state: 'head' as State,
  /** Of a statement what stands before its rows, and the sign that ends a string in it. */
  ...{ head: '', quote: '' },
  table: '',
  names: [] as readonly string[],
  cells: [] as Cell[],
  /** Whether it is within a row. */
  isIn: false,
  text: '',
}
type Reading = typeof start
type State =
  | 'head'
  | 'headQuote'
  | 'headEscape'
  | 'comment'
  | 'rows'
  | 'string'
  | 'escape'
  | 'quoted'
  | 'bare'
  | 'bareQuote'

/** Reads one sign, or a stretch of them: answers where it goes on. */
type Reads = (reading: Reading, chunk: string, at: number) => number

const head: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  if (sign === '(' && beginsRows(reading)) {
    reading.state = 'rows'
    return at
  }
  if (sign === ';') endStatement(reading)
  else if (reading.head.length < LONGEST_HEAD) reading.head += sign
  if (sign === "'" || sign === '"') [reading.state, reading.quote] = ['headQuote', sign]
  // From `--` and a space on, at the beginning of a line, it says something to people.
  if (sign <= ' ' && /(?:^|\n)\s*--\s$/.test(reading.head.slice(-16))) {
    reading.head = reading.head.replace(/--\s$/, '')
    if (sign !== '\n') reading.state = 'comment'
  }
  return at + 1
}

const columns = new WeakMap<Reading, Map<string, string[]>>()
const columnsOf = (reading: Reading) => {
  const known = columns.get(reading) ?? new Map<string, string[]>()
  columns.set(reading, known)
  return known
}

const endStatement = (reading: Reading) => {
  const made = CREATE.exec(reading.head)
  const name = made?.[2] ?? ''
  if (made && isTable(name)) {
    const names = [...reading.head.matchAll(COLUMN)].map(([, column = '']) => column)
    columnsOf(reading).set(name, names)
  }
  reading.head = ''
}

/** Whether what was read until now leads to rows. */
const beginsRows = (reading: Reading): boolean => {
  const found = INSERT.exec(reading.head)
  if (!found) return false
  const [, , table = '', listed] = found
  reading.table = table
  reading.names = listed
    ? [...listed.matchAll(NAMED)].map(([, column = '']) => column)
    : (columnsOf(reading).get(table) ?? [])
  reading.head = ''
  return true
}

const headQuote: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  if (reading.head.length < LONGEST_HEAD) reading.head += sign
  if (sign === '\\') reading.state = 'headEscape'
  else if (sign === reading.quote) reading.state = 'head'
  return at + 1
}

const headEscape: Reads = (reading, _chunk, at) => {
  reading.state = 'headQuote'
  return at + 1
}

const comment: Reads = (reading, chunk, at) => {
  const end = chunk.indexOf('\n', at)
  if (end < 0) return chunk.length
  reading.state = 'head'
  return end
}

const rows: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  if (!reading.isIn) {
    if (sign === '(') [reading.isIn, reading.cells] = [true, []]
    else if (sign === ';') reading.state = 'head'
  } else if (sign === "'") [reading.state, reading.text] = ['string', '']
  else if (sign === ')') reading.isIn = false
  else if (sign > ' ' && sign !== ',') [reading.state, reading.text] = ['bare', sign]
  return at + 1
}

const bare: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  if (sign === ',' || sign === ')') {
    reading.cells.push(bareCell(reading.text))
    reading.state = 'rows'
    return at
  }
  if (sign === "'" && INTRODUCER.test(reading.text)) [reading.state, reading.text] = ['string', '']
  else {
    reading.text += sign
    if (sign === "'") reading.state = 'bareQuote'
  }
  return at + 1
}

const bareQuote: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  reading.text += sign
  if (sign === "'") reading.state = 'bare'
  return at + 1
}

const bareCell = (typed: string): Cell => {
  const value = typed.replace(/^_\w+\s+/, '').trim()
  if (/^NULL$/i.test(value)) return null
  if (/^0x[0-9a-f]*$/i.test(value)) return Buffer.from(value.slice(2), 'hex').toString('utf8')
  const bits = /^b'([01]+)'$/i.exec(value)?.[1]
  return bits ? String(Number.parseInt(bits, 2)) : value
}

const string: Reads = (reading, chunk, at) => {
  const end = endOfPlain(chunk, at)
  reading.text += chunk.slice(at, end)
  if (end < chunk.length) reading.state = chunk.charCodeAt(end) === BACKSLASH ? 'escape' : 'quoted'
  return end + 1
}

/** Where the next sign stands that means something within a string. */
const endOfPlain = (chunk: string, from: number): number => {
  for (let at = from; at < chunk.length; at += 1) {
    const code = chunk.charCodeAt(at)
    if (code === QUOTE || code === BACKSLASH) return at
  }
  return chunk.length
}

const escapeSign: Reads = (reading, chunk, at) => {
  const sign = chunk[at] ?? ''
  reading.text += escaped[sign] ?? sign
  reading.state = 'string'
  return at + 1
}

/** Two quotes are one that belongs to the text; one alone ends it. */
const quoted: Reads = (reading, chunk, at) => {
  if (chunk[at] === "'") {
    reading.text += "'"
    reading.state = 'string'
    return at + 1
  }
  reading.cells.push(reading.text)
  reading.state = 'rows'
  return at
}

const steps: Readonly<Record<State, Reads>> = {
  ...{
    head,
    headQuote,
    headEscape,
    comment,
    rows,
    string,
    escape: escapeSign,
    quoted,
    bare,
    bareQuote,
  },
}

/**
 * Reads a dump as it comes, each sign once. Of a statement only its beginning is kept in mind, and of an
 * `INSERT` one row.
 */
export const openDumpReader = () => {
  const reading: Reading = { ...start }
  return {
    /** The rows that end in what came. */
    *read(chunk: string): Generator<FoundRow> {
      for (let at = 0; at < chunk.length; ) {
        const wasIn = reading.isIn
        at = steps[reading.state](reading, chunk, at)
        if (!wasIn || reading.isIn) continue
        const row = rowOf(reading)
        if (row) yield row
      }
    },
  }
}

const rowOf = ({ table, names, cells }: Reading): FoundRow | undefined => {
  if (!isTable(table)) return undefined
  return { table, cells: new Map(names.map((name, nth) => [name, cells[nth] ?? null])) }
}
