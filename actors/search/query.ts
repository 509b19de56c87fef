import { searchedAspects } from '../conversation/aspects'
import { Problem } from '../problem'
import { dayStart } from './day-start'
import { type Unit, unitsOf } from './words'

/** Words that stand side by side; a line has it, or with `not` must not have it. */
export type Term = {
  units: readonly Unit[]
  not: boolean
  /** Its last word may go on: it is still being typed. */
  open: boolean
}

/** Where a conversation is, in the words of the operator. */
export const searchStatuses = ['open', 'line', 'active', 'closed'] as const
export type SearchStatus = (typeof searchStatuses)[number]

/** What somebody searches for. Names are as they were typed. */
export type SearchQuery = {
  terms: readonly Term[]
  /** Whose lines: a side, one's own, or a name. */
  from: string | null
  agent: string | null
  department: string | null
  /** What colleagues did beside the talk, by its name. */
  beside: readonly { name: string; value: string }[]
  /** ms UTC: earlier than this, and not earlier than that. */
  before: number | null
  after: number | null
  hasFile: boolean
  status: SearchStatus | null
}

const own = ['from', 'agent', 'department', 'before', 'after', 'has', 'status'] as const
type Own = (typeof own)[number]

/** Operators with a value, in the order in which they are offered. */
export const operators: readonly string[] = [...own, ...searchedAspects]

/** A piece of what was typed: an operator with its value, or words. */
type Piece = { operator: string; value: string } | { text: string; not: boolean; quoted: boolean }

const PIECE = /(-?)(?:(\p{L}+)[:：])?(?:"([^"]*)"?|(\S+))|\s+/gu

/** Code points of a question; the rest of a longer one is not looked at. */
export const QUERY_CHARS = 400

const empty: SearchQuery = {
  ...{ terms: [], from: null, agent: null, department: null, beside: [] },
  ...{ before: null, after: null, hasFile: false, status: null },
}

/** Whether anything is asked for at all. */
export const isEmptyQuery = ({ terms, ...rest }: SearchQuery): boolean =>
  terms.every(({ not }) => not) &&
  rest.beside.length === 0 &&
  !rest.hasFile &&
  [rest.from, rest.agent, rest.department, rest.before, rest.after, rest.status].every(
    (value) => value === null,
  )

/**
 * Reads what was typed. `typing`: the last word may not be all of it yet. A Problem when an
 * operator has a value that it cannot have.
 */
export const readQuery = (
  text: string,
  { zone, typing = false }: { zone: string; typing?: boolean },
): SearchQuery | Problem => {
  const pieces = piecesOf(Array.from(text).slice(0, QUERY_CHARS).join(''))
  let query = empty
  for (const [n, piece] of pieces.entries()) {
    if (!('operator' in piece)) {
      const open = typing && n === pieces.length - 1 && !piece.quoted && /\S$/.test(text)
      query = withTerm(query, piece, open)
      continue
    }
    const read = withOperator(query, piece, zone)
    if (read instanceof Problem) return read
    query = read
  }
  return query
}

const isOwn = (word: string): word is Own => (own as readonly string[]).includes(word)

const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(PIECE)].flatMap(([whole, minus, name, quoted, bare]): Piece[] => {
    const value = quoted ?? bare
    if (value === undefined) return []
    const operator = name?.toLowerCase()
    if (operator !== undefined && operators.includes(operator) && !minus)
      return [{ operator, value }]
    const isQuoted = name === undefined && quoted !== undefined
    // What is no operator of ours is searched as it stands.
    const said = name === undefined ? value : whole.slice(minus?.length ?? 0)
    return [{ text: said, not: minus === '-', quoted: isQuoted }]
  })

const withTerm = (
  query: SearchQuery,
  { text, not }: { text: string; not: boolean },
  open: boolean,
): SearchQuery => {
  const units = unitsOf(text)
  if (units.length === 0) return query
  return { ...query, terms: [...query.terms, { units, not, open: open && !not }] }
}

const withOperator = (
  query: SearchQuery,
  { operator, value }: { operator: string; value: string },
  zone: string,
): SearchQuery | Problem => {
  const refused = (reason: 'searchDate' | 'searchHas' | 'searchStatus') =>
    new Problem('invalid', reason, { field: 'q', values: { operator, value } })
  if (!isOwn(operator)) {
    const beside = [...query.beside, { name: operator, value }]
    return value === '' ? query : { ...query, beside }
  }
  switch (operator) {
    case 'before':
    case 'after': {
      const at = dayStart(value, zone)
      return at === null ? refused('searchDate') : { ...query, [operator]: at }
    }
    case 'has':
      return /^files?$/i.test(value) ? { ...query, hasFile: true } : refused('searchHas')
    case 'status': {
      const wanted = value.toLowerCase()
      // As the list is called on the page.
      const status = searchStatuses.find((one) => one === (wanted === 'queue' ? 'line' : wanted))
      return status ? { ...query, status } : refused('searchStatus')
    }
    default:
      return value === '' ? query : { ...query, [operator]: value }
  }
}
