import { aspectKey } from '../../../actors/conversation/aspect'
import type { Staff } from '../../../actors/people'
import { facets } from '../../../actors/search/document'
import type { SearchQuery, Term } from '../../../actors/search/query'
import { askedOf, wordsOf } from '../../../actors/search/words'
import { allows } from '../../policies/permissions'
import type { SearchAsk, Sight } from '../../store/ports/search'

/** Letters that a word has at least before the index is asked how it goes on. */
const BEGINNING_CHARS = 3

/** Words that the index is asked for, and asked to leave out: of more the lines themselves say it. */
const WORDS = 24
const WITHOUT = 8

/** Whose conversations somebody may find: as `may.watch` says of each. */
export const sightOf = (person: Staff): Sight => ({
  all: allows(person, 'conversations.watch.all'),
  person: person.id,
  departments: allows(person, 'conversations.watch.department') ? person.departments : [],
})

/** What the index is asked; ids of colleagues and departments are not in it yet. */
export const askFor = (query: SearchQuery, person: Staff): SearchAsk => {
  const terms = query.terms.filter(({ not }) => not === false)
  const words = terms.flatMap(wordsIn)
  // These the lines do not say by themselves.
  const facing = [...fromWords(query.from, person), ...(query.hasFile ? [facets.file] : [])]
  const { beside } = query
  return {
    words: [...new Set([...facing, ...words])].slice(0, WORDS),
    beginnings: terms.flatMap((term) => beginningIn(term, words.length + facing.length > 0)),
    without: query.terms.flatMap(withoutIn).slice(0, WITHOUT),
    of: 'lines',
    ...{ after: query.after, before: query.before, status: query.status },
    ...{ agent: null, department: null, says: null, until: null, limit: 0 },
    keys: beside.map(({ name, value }) => aspectKey(name, value)),
    sight: sightOf(person),
  }
}

const wordsIn = ({ units, open }: Term): string[] => {
  const last = units.at(-1)
  return askedOf(open && last && !last.alone ? units.slice(0, -1) : units)
}

/** A word of few letters is looked for among the lines that have the others. */
const beginningIn = ({ units, open }: Term, hasOthers: boolean): string[] => {
  const last = units.at(-1)
  if (!open || !last || last.alone) return []
  return last.word.length < BEGINNING_CHARS && hasOthers ? [] : [last.word]
}

/** Of words side by side each may be in the line. */
const withoutIn = ({ units, not }: Term): string[] => {
  const asked = not ? askedOf(units) : []
  return asked.length === 1 ? asked : []
}

const sides = ['visitor', 'agent', 'bot']

const fromWords = (from: string | null, person: Staff): string[] => {
  if (from === null) return []
  const side = from.toLowerCase()
  if (side === 'me') return [facets.author(person.id)]
  return sides.includes(side) ? [facets.by(side)] : wordsOf(from).map(facets.named)
}
