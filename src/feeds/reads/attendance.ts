import { type Address, addressOf } from '../../../actors/address'
import type { Bus } from '../../bus/bus'
import type { Store } from '../../store/store'

/**
 * Whether anybody is on duty in a department, asked of the store once until its floor changes:
 * every page of who waits, every line and every start form wants to know it.
 */
export class Attendance {
  private readonly store: Store
  private readonly known = new Map<Address, Promise<boolean>>()
  private readonly unsubscribe: () => void

  constructor(desk: { store: Store; bus: Bus }) {
    this.store = desk.store
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (what === 'floor') this.known.delete(topic)
    })
  }

  attended(department: string): Promise<boolean> {
    const address = addressOf('department', department)
    const known = this.known.get(address)
    if (known) return known
    const asked = this.store.inbox.attended(department)
    this.known.set(address, asked)
    asked.catch(() => {
      if (this.known.get(address) === asked) this.known.delete(address)
    })
    return asked
  }

  /** Rings may have been missed. */
  doubt(): void {
    this.known.clear()
  }

  close(): void {
    this.unsubscribe()
  }
}
