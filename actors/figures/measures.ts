/** What first answers took: up to so long each, ms; the last has no end. */
export const answerSteps = [
  { measure: 'within30s', upToMs: 30_000 },
  { measure: 'within1min', upToMs: 60_000 },
  { measure: 'within2min', upToMs: 120_000 },
  { measure: 'within5min', upToMs: 300_000 },
  { measure: 'after5min', upToMs: Number.POSITIVE_INFINITY },
] as const

/**
 * What is counted of an episode, and what sums are made of: whole numbers, which are added up. One that ends
 * in `Ms` is a time in ms, and beside it stands of how many episodes or answers it is the sum.
 */
export const measures = [
  'conversations',
  'reopened',
  'ended',
  'abandoned',
  'accepted',
  'waitMs',
  'answered',
  'firstAnswerMs',
  ...answerSteps.map(({ measure }) => measure),
  'nextAnswers',
  'nextAnswersMs',
  'handled',
  'handlingMs',
  'solved',
  'solutionMs',
  'promised',
  'late',
  'ratings',
  'stars',
  'satisfied',
  'visitorMessages',
  'agentMessages',
  'handovers',
] as const
export type Measure = (typeof measures)[number]
export type Measures = Readonly<Record<Measure, number>>

export const nothingMeasured = Object.fromEntries(measures.map((name) => [name, 0])) as Measures

export const sumOfMeasures = (all: readonly Measures[]): Measures => {
  const sum: Record<Measure, number> = { ...nothingMeasured }
  for (const each of all) for (const name of measures) sum[name] += each[name]
  return sum
}
