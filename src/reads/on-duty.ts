import { type Address, addressOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import { type TtlMemo, ttlMemo } from './ttl-memo'

/**
 * Whether anybody is on duty in a department: every page of who waits, every line and every start
 * form wants to know it. The store is asked once until the department's floor changes, and else at
 * most every few seconds.
 */
export class OnDuty {
  private readonly store: Store
  private readonly clock: Clock
  private readonly known = new Map<Address, TtlMemo<boolean>>()
  private readonly unsubscribe: () => void

  constructor(desk: { store: Store; bus: Bus; clock: Clock }) {
    this.store = desk.store
    this.clock = desk.clock
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (what === 'floor') this.known.delete(topic)
    })
  }

  isStaffed(department: string): Promise<boolean> {
    const address = addressOf('department', department)
    const known =
      this.known.get(address) ??
      ttlMemo(this.clock, () => this.store.departments.isStaffed(department))
    this.known.set(address, known)
    return known.get()
  }

  /** Rings may have been missed. */
  invalidate(): void {
    this.known.clear()
  }

  close(): void {
    this.unsubscribe()
  }
}
