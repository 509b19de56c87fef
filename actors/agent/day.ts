import { type Entry, noticeOf } from '../entry'

/** What somebody did since the beginning of a day; times are ms. */
export type Day = {
  /** Times a conversation came to them. */
  taken: number
  ended: number
  messages: number
  /** From when one came to them until they first wrote in it: the median, null where they never did. */
  firstAnswerMs: number | null
  ratings: number
  /** Of the stars; null where there are none. */
  rating: number | null
}

type Fold = {
  holder: string | null
  /** Since when they have it and have not written in it. */
  silentSince: number | null
  answers: number[]
  stars: number[]
  taken: number
  ended: number
  messages: number
}

/** The day of one agent, from the entries of conversations in order; those before it say who had it. */
export const dayOf = (
  agent: string,
  since: number,
  conversations: readonly (readonly Entry[])[],
): Day => {
  const fold: Fold = {
    ...{ holder: null, silentSince: null, answers: [], stars: [] },
    ...{ taken: 0, ended: 0, messages: 0 },
  }
  for (const entries of conversations) {
    fold.holder = null
    fold.silentSince = null
    for (const entry of entries) step(fold, entry, agent, entry.at >= since)
  }
  const { taken, ended, messages, answers, stars } = fold
  const sum = stars.reduce((one, other) => one + other, 0)
  return {
    ...{ taken, ended, messages, firstAnswerMs: medianOf(answers), ratings: stars.length },
    rating: stars.length === 0 ? null : sum / stars.length,
  }
}

const step = (fold: Fold, entry: Entry, agent: string, isToday: boolean): void => {
  const notice = noticeOf(entry)
  if (notice?.code === 'assigned') {
    fold.holder = notice.agent
    const isMine = notice.agent === agent
    fold.silentSince = isMine && isToday ? entry.at : null
    if (isMine && isToday) fold.taken += 1
  } else if (notice?.code === 'requeued') fold.holder = null
  if (!isToday) return
  if (entry.author === agent && entry.body.kind === 'text') {
    fold.messages += 1
    if (fold.silentSince !== null) fold.answers.push(entry.at - fold.silentSince)
    fold.silentSince = null
  }
  if (fold.holder !== agent) return
  if (notice?.code === 'closed') fold.ended += 1
  if (notice?.code === 'rated') fold.stars.push(notice.stars)
}

const medianOf = (times: readonly number[]): number | null => {
  const sorted = times.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
