import { addressOf } from '../../../actors/address'
import { HEAD_ROWS } from '../../../actors/department/line'
import { isStuck } from '../../../actors/department/routing'
import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Store } from '../../store/store'
import type { System } from '../system'

/** Looks whether anything is stuck that events should have moved, and moves it. */
export const sweepOver =
  (parts: {
    store: Pick<Store, 'departments' | 'turns'>
    system: Pick<System, 'send'>
    clock: Pick<Clock, 'now'>
    log: Log
  }) =>
  async () => {
    const { store, system, clock, log } = parts
    for (const { id } of await store.departments.all()) {
      const reads = await store.turns.reads({ department: id, line: HEAD_ROWS, conversation: null })
      if (!isStuck(reads)) continue
      log.warn('somebody waited while somebody was free', { department: id })
      await system.send(addressOf('department', id), { type: 'swept', at: clock.now() })
    }
  }
