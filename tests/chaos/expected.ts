import type { Change, Op } from './history'

/**
 * What it may say by now, null where it was taken back. Its author alone changes it, each time once the
 * change before was answered, and a request has one id however often it is sent: so what was answered
 * came in that order and once, the last of it stands, and nothing that is late undoes it. Only what was
 * never answered may have come or not. What was refused did not: to one that was done before it is done.
 */
export const statesOf = ({ text, changes = [] }: Pick<Op, 'text' | 'changes'>): (string | null)[] =>
  changes.reduce<(string | null)[]>(
    (states, change) => {
      if (!('to' in change) || change.outcome === 'fail') return states
      return change.outcome === 'ok' ? [change.to] : states.concat(change.to)
    },
    [text],
  )

/** Every text that it ever had. */
export const textsOf = ({ text, changes = [] }: Pick<Op, 'text' | 'changes'>): string[] => [
  text,
  ...changes.flatMap((change) => ('to' in change && change.to !== null ? [change.to] : [])),
]

/**
 * Every text that its entry may have whatever became of what was asked: none, where somebody asked to
 * take it back. One with another text is not this message any more.
 */
export const traceableTextsOf = (op: Pick<Op, 'text' | 'changes'>): string[] => {
  const isWithdrawn = op.changes?.some((change) => 'to' in change && change.to === null)
  return isWithdrawn ? [...textsOf(op), ''] : textsOf(op)
}

/** Texts it had and surely has no more. */
export const formerTextsOf = (op: Pick<Op, 'text' | 'changes'>): string[] => {
  const states = statesOf(op)
  return textsOf(op).filter((text) => !states.includes(text))
}

/** Whether it was surely taken back. */
export const isGone = (op: Pick<Op, 'text' | 'changes'>): boolean =>
  statesOf(op).every((state) => state === null)

/** Emoji that were put to it for sure, each with how many did. */
export const reactionsOf = ({ changes = [] }: Pick<Op, 'changes'>): string[] => {
  const put = changes.filter(isReaction).filter(({ outcome }) => outcome === 'ok')
  return [...Map.groupBy(put, ({ emoji }) => emoji)]
    .map(([emoji, all]) => `${emoji} ${new Set(all.map(({ author }) => author)).size}`)
    .sort()
}

const isReaction = (change: Change) => 'emoji' in change
