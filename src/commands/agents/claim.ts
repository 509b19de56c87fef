import { addressOf } from '../../../actors/address'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { contextOf, rowOf } from '../conversations/access'
import { alreadyOr, seqForm } from '../conversations/as-of'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { alreadyTaken } from './answer-offer'
import { take } from './take'

/** How long somebody who takes one waits for the word of it, ms: mostly it comes in a few. */
const CLAIM_WAIT_MS = 1_000

/**
 * Takes it, and waits to hear that it is theirs: of two who took it at once, the slower one is told
 * who has it. Who has not heard by then sees on their page how it went.
 * Problems: invalid `seq`, and those of `take`.
 */
export const claim = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown = {},
): Promise<null | Problem> => {
  const form = read(seqForm, input)
  if (isProblem(form)) return form
  return (await take(desk, person, id, form.seq)) ?? hear(desk, person, id, form.seq)
}

/** Waits for the word of it. Problems: conflict `alreadyTaken` | `already`. */
export const hear = async (
  desk: Desk,
  person: Staff,
  id: string,
  seq: number | undefined,
): Promise<null | Problem> => {
  let rung = Promise.withResolvers<void>()
  const topics = [addressOf('conversation', id), addressOf('agent', person.id)]
  const leave = topics.map((topic) => desk.bus.subscribe(topic, () => rung.resolve()))
  const late = Promise.withResolvers<'late'>()
  const stop = desk.clock.after(CLAIM_WAIT_MS, () => late.resolve('late'))
  try {
    for (;;) {
      const row = await rowOf(desk, id)
      if (!row || (row.state === 'active' && row.agent === person.id)) return null
      if (!(await holds(desk, person, id)))
        return row.state === 'active'
          ? alreadyTaken(row)
          : alreadyOr(desk, id, seq, alreadyTaken(row))
      if ((await Promise.race([late.promise, rung.promise])) === 'late') return null
      rung = Promise.withResolvers<void>()
    }
  } finally {
    stop()
    for (const each of leave) each()
  }
}

/** Whether the agent counts it as theirs: from their own turn on, until they are told otherwise. */
const holds = async (desk: Desk, person: Staff, id: string): Promise<boolean> => {
  const { holdings = {} } = await contextOf(desk, 'agent', person.id)
  return id in holdings
}
