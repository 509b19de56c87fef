import { amissIn, type Counts, check, report } from './checker'
import type { Attempt, Change, History, Op, Row } from './history'
import { originalOf } from './merge-checker'

/** So many are told of whole: one shows mostly what the others are. */
const MOST_TOLD = 3

/** All that is known of a message that is not as it should be: its requests, its lines, its pages. */
const storyOf = (op: Op, { rows, screens }: Pick<History, 'rows' | 'screens'>): string => {
  const isOf = ({ clientId, changes }: Row) => op.ids.includes(originalOf(changes ?? clientId))
  const shown = screens.flatMap(({ reader, audience, items }) =>
    items
      .filter(({ id }) => op.ids.includes(originalOf(id)))
      .map((item) => `  shown to ${reader} (${audience}): ${JSON.stringify(item)}`),
  )
  return [
    `"${op.text}" by ${op.by} in ${op.conversation}, ${op.ids.join(', ')}`,
    ...triesOf('said', op),
    ...(op.changes ?? []).flatMap((change) => triesOf(nameOf(change), change)),
    ...rows.filter(isOf).map((row) => `  line: ${JSON.stringify(row)}`),
    ...shown,
  ].join('\n')
}

const nameOf = (change: Change): string => {
  if ('emoji' in change) return `put ${change.emoji}`
  return change.to === null ? 'taken back' : `said otherwise "${change.to}"`
}

const triesOf = (what: string, { outcome, why, tries = [] }: Attempt): string[] => [
  `  ${what}: ${outcome}${why ? `, ${why}` : ''}`,
  ...tries.map(
    ({ url, began, ms, status }) =>
      `    at ${began.toFixed(0)} to ${url}: ${status ?? 'no answer'} after ${ms.toFixed(0)} ms`,
  ),
]

/** What a run has left, counted, with all there is to know of what is amiss for who reads its output. */
export const counted = (history: History): Counts => {
  const counts = check(history)
  console.log(report(counts))
  for (const op of amissIn(history).slice(0, MOST_TOLD)) console.log(storyOf(op, history))
  return counts
}
