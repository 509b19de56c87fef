import { addressOf } from '../../../actors/address'
import { isStuck } from '../../../actors/department/routing'
import { isOpenAt } from '../../../actors/hours/open'
import { HEAD_ROWS } from '../../../actors/limits'
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
    for (const { id, settings } of await store.departments.all()) {
      // Outside its hours who comes waits until it opens.
      if (!isOpenAt(settings.hours, clock.now())) continue
      const reads = await store.turns.reads({ department: id, line: HEAD_ROWS, conversation: null })
      if (!isStuck({ ...settings, at: clock.now() }, reads)) continue
      log.warn('somebody waited while somebody was free', { department: id })
      await system.send(addressOf('department', id), { type: 'swept', at: clock.now() })
    }
  }
