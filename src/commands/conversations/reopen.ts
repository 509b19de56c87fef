import { addressOf } from '../../../actors/address'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import { choosable } from '../departments/choosable'
import type { Desk } from '../desk'
import { contextOf, find, rowOf } from './access'
import { act } from './act'
import { seenAt, sinceThen } from './as-of'

/**
 * The visitor goes on with a closed conversation of theirs, while none of theirs is open; `seq` is the
 * newest line they saw of it.
 * Problems: missing, conflict `chatOpen` | `chatElsewhere` | `chatEnded` (too long ago) | `already` (it went on and
 * ended again since), limited, `parked`.
 */
export const reopen = async (
  desk: Desk,
  person: Visitor,
  id: string,
  seq?: number,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const at = desk.clock.now()
  if (!isOver(row)) return new Problem('conflict', 'chatOpen')
  if (!may.reopen(person, row, at)) return new Problem('conflict', 'chatEnded')
  if ((await sinceThen(desk, id, seq)).hasEnded) return new Problem('conflict', 'already')
  if (!(await choosable(desk, row.department)))
    return new Problem('conflict', 'departmentUnknown', { values: { remedy: 'startNew' } })
  const visitor = addressOf('visitor', person.id)
  const over = await endedUnheard(desk, person.id)
  const resumed = await desk.system.send(visitor, {
    ...{ type: 'resumed', at, conversation: id },
    ...(over === undefined ? {} : { over }),
  })
  if (resumed.outcome === 'parked') return new Problem('conflict', 'parked')
  if (resumed.outcome === 'refused') {
    // They are in it already, by another tab; in any other conversation they stay.
    const { conversation } = await contextOf(desk, 'visitor', person.id)
    if (conversation !== id) return new Problem('conflict', 'chatElsewhere')
  }
  return act(desk, person, row, {
    ...{ type: 'reopened', at, by: 'visitor', name: row.visitorName },
    ...seenAt(seq),
  })
}

/** It tells them by mail that it ended, which may still be on its way. */
const endedUnheard = async (desk: Desk, visitor: string): Promise<string | undefined> => {
  const { conversation } = await contextOf(desk, 'visitor', visitor)
  const last = conversation ? await rowOf(desk, conversation) : undefined
  return last && isOver(last) ? last.id : undefined
}
