import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { estimate } from '../../actors/department/pace'
import type { Outlook } from '../../views/chat/start-choice'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import { type TtlMemo, ttlMemo } from './ttl-memo'

type Desk = { store: Store; clock: Clock }

/**
 * What somebody who begins to write now has before them: how long each department's line is, and
 * what one more would probably wait. Read for a start page at most every few seconds.
 */
export class Outlooks {
  private readonly desk: Desk
  private readonly known = new Map<string, TtlMemo<Outlook>>()

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** Lines have changed: each is read anew for who asks next. */
  invalidate(): void {
    this.known.clear()
  }

  of(department: string): Promise<Outlook> {
    const known =
      this.known.get(department) ??
      ttlMemo(this.desk.clock, () => readOutlook(this.desk, department))
    this.known.set(department, known)
    return known.get()
  }
}

const readOutlook = async ({ store, clock }: Desk, department: string): Promise<Outlook> => {
  const [head] = await store.conversations.lineHeads([department], 0, clock.now())
  const ahead = head?.count ?? 0
  if (ahead === 0) return { ahead, estimate: null }
  const stored = await store.turns.load(addressOf('department', department))
  const context = contextIn('department', stored?.snapshot)
  const wait = context && estimate(context.intervals, context.lastTaken, ahead + 1, clock.now())
  return { ahead, estimate: wait ?? null }
}
