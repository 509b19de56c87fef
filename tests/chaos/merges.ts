import { waitFor } from '../support/programs'
import { ask } from './ask'
import { attempt, newAttempt, type Sending } from './attempts'
import type { Pair } from './history'
import { isSettled } from './room'
import type { Query } from './rows'

const SEND_MS = 1_000
/** Between a merge and its undoing. */
const PAUSE_MS = [100, 500] as const
/** What one actor told another is with it by then, though a node was killed in between, ms. */
const SETTLED_MS = 20_000

/** A supervisor who merges two conversations and takes them apart, until it is over. */
export const mergesAndParts = async (
  sending: Sending,
  { cookie, once }: { cookie: string; once?: true },
  { from, into, acts }: Pair,
  query: Query,
): Promise<void> => {
  for (let merges = true; !sending.isOver(); merges = !merges) {
    const act = { ...newAttempt(), merges }
    acts.push(act)
    const [at, form]: [string, Record<string, string>] = merges
      ? [`/workbench/conversations/${from}/merge`, { into }]
      : [`/workbench/conversations/${into}/unmerge`, { from }]
    await attempt(sending, act, (url) => ask(`${url}${at}`, { cookie, form, within: SEND_MS }))
    if (act.outcome !== 'ok') console.log(`merging was not done: ${act.why}`)
    await Bun.sleep(sending.chance.between(...PAUSE_MS))
    await waitFor('the mail between the two', () => isSettled(query), SETTLED_MS)
    if (once) return
  }
}
