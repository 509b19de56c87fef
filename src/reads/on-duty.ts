import { type Address, addressOf } from '../../actors/address'
import { alwaysOpen, type Hours } from '../../actors/hours/hours'
import { isOpenAt, opensAfter } from '../../actors/hours/open'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import { type TtlMemo, ttlMemo } from './ttl-memo'

/**
 * Whether somebody is there for who comes now: it is open, and somebody is on duty. `shut` outside its
 * hours, with when it opens again, ms UTC; null when that is not in sight.
 */
export type StaffedNow = { staffed: boolean; shut: { opensAt: number | null } | null }

type Known = { manned: boolean; hours: Hours }

/**
 * Whether anybody is on duty in a department, and whether it is open: every page of who waits, every
 * line and every start form wants to know it. The store is asked once until the department's floor
 * changes or it opens or shuts, and else at most every few seconds.
 */
export class OnDuty {
  private readonly store: Store
  private readonly clock: Clock
  private readonly known = new Map<Address, TtlMemo<Known>>()
  private readonly unsubscribe: () => void

  constructor(desk: { store: Store; bus: Bus; clock: Clock }) {
    this.store = desk.store
    this.clock = desk.clock
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (what === 'floor') this.known.delete(topic)
    })
  }

  async isStaffed(department: string): Promise<boolean> {
    return (await this.staffedNow(department)).staffed
  }

  async staffedNow(department: string): Promise<StaffedNow> {
    const address = addressOf('department', department)
    const known = this.known.get(address) ?? ttlMemo(this.clock, () => this.read(department))
    this.known.set(address, known)
    const { manned, hours } = await known.get()
    const now = this.clock.now()
    if (isOpenAt(hours, now)) return { staffed: manned, shut: null }
    return { staffed: false, shut: { opensAt: opensAfter(hours, now) } }
  }

  /** Rings may have been missed. */
  invalidate(): void {
    this.known.clear()
  }

  close(): void {
    this.unsubscribe()
  }

  private async read(department: string): Promise<Known> {
    const [manned, row] = await Promise.all([
      this.store.departments.isStaffed(department),
      this.store.departments.find(department),
    ])
    return { manned, hours: row?.settings.hours ?? alwaysOpen }
  }
}
