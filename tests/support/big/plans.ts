/** Tables that hold much. */
const big = new Set([
  ...['conversations', 'entries', 'actors', 'visitors', 'visits', 'audit', 'letters', 'files'],
  'mentions',
])
export const isBig = (table: string): boolean => big.has(table)

type Allowed = { query: RegExp; why: string }

/** What is put in order all the same, and why that is never much. */
const sorted: readonly Allowed[] = [
  { query: /order by [`"]conversations[`"]\.[`"]sla_due/, why: 'few are open at a time' },
  { query: /conversations_(open|agent|closed|sla)\b/, why: 'few are open at a time' },
  { query: /from [`"]entries[`"] where/, why: 'of the conversations of one page' },
  { query: /as ratings\b/, why: 'one group for each colleague and number of stars' },
  { query: /max\([`"]at[`"]\)/, why: 'one act of each colleague' },
  { query: /[`"]mentions[`"]/, why: 'of one person' },
  { query: /group by .*[`"]search_keys[`"]/, why: 'one group for each set of tags' },
  { query: /[`"]pinned[`"] = (\?|true|1)/, why: 'few are pinned' },
  { query: /[`"]id[`"] in \(([?\d], )*[?\d]\)/, why: 'named one by one' },
]

/** What is looked through as a whole, and why that may be. */
const whole: readonly Allowed[] = [
  {
    query: /from [`"]visitors[`"].*instr/s,
    why: 'visitors are few beside conversations',
  },
  { query: /select distinct/, why: 'what visitors have in common' },
  { query: /group by .*[`"]search_keys[`"]/, why: 'how often each tag is used' },
]

const fits = (query: string) => (one: Allowed) => one.query.test(query)
export const mayBeSorted = (query: string): boolean => sorted.some(fits(query))
export const mayBeWhole = (query: string): boolean => whole.some(fits(query))
