import type { Measures } from './measures'

/** What a figure is: a number of things, a mean time in seconds, a share in %, or a mean of stars. */
export type FigureUnit = 'count' | 'seconds' | 'percent' | 'stars'

type Figure = {
  unit: FigureUnit
  of: (measures: Measures) => number | null
  /** How many it is a mean or a share of. */
  base?: (measures: Measures) => number
  /** Whether more of it is better or worse; left out where it is neither. */
  better?: 'more' | 'less'
}

const count = (of: (measures: Measures) => number): Figure => ({ unit: 'count', of })

/** Means are told in whole seconds, shares in tenths of a percent: pages and files have the same number. */
const seconds = (ms: (of: Measures) => number, base: (of: Measures) => number): Figure => ({
  ...{ unit: 'seconds', base, better: 'less' },
  of: (of) => (base(of) === 0 ? null : Math.round(ms(of) / base(of) / 1_000)),
})
const share = (
  part: (of: Measures) => number,
  base: (of: Measures) => number,
  better: 'more' | 'less',
): Figure => ({
  ...{ unit: 'percent', base, better },
  of: (of) => (base(of) === 0 ? null : Math.round((part(of) / base(of)) * 1_000) / 10),
})

/** Every figure of the reports, by its name in addresses and files: made of what is counted, and of nothing else. */
export const figures = {
  conversations: count((of) => of.conversations),
  reopened: count((of) => of.reopened),
  ended: count((of) => of.ended),
  abandoned: count((of) => of.abandoned),
  abandonedShare: share(
    (of) => of.abandoned,
    (of) => of.conversations,
    'less',
  ),
  wait: seconds(
    (of) => of.waitMs,
    (of) => of.accepted,
  ),
  firstAnswer: seconds(
    (of) => of.firstAnswerMs,
    (of) => of.answered,
  ),
  nextAnswer: seconds(
    (of) => of.nextAnswersMs,
    (of) => of.nextAnswers,
  ),
  handling: seconds(
    (of) => of.handlingMs,
    (of) => of.handled,
  ),
  solution: seconds(
    (of) => of.solutionMs,
    (of) => of.solved,
  ),
  promised: count((of) => of.promised),
  late: count((of) => of.late),
  kept: share(
    (of) => of.promised - of.late,
    (of) => of.promised,
    'more',
  ),
  ratings: count((of) => of.ratings),
  satisfaction: {
    ...{ unit: 'stars', base: (of) => of.ratings, better: 'more' },
    of: ({ stars, ratings }) => (ratings === 0 ? null : Math.round((stars / ratings) * 100) / 100),
  },
  satisfied: share(
    (of) => of.satisfied,
    (of) => of.ratings,
    'more',
  ),
  visitorMessages: count((of) => of.visitorMessages),
  agentMessages: count((of) => of.agentMessages),
  handovers: count((of) => of.handovers),
} satisfies Record<string, Figure>
export type FigureName = keyof typeof figures

export const figureOf = (name: FigureName): Figure => figures[name]

export type FigureValues = Readonly<Partial<Record<FigureName, number | null>>>

export const figuresIn = (names: readonly FigureName[], measures: Measures): FigureValues =>
  Object.fromEntries(names.map((name) => [name, figureOf(name).of(measures)]))
