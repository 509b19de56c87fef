import { type Address, addressOf } from '../../actors/address'
import { isForThem } from '../../actors/department/fit'
import { type DepartmentSettings, departmentSettings } from '../../actors/department/settings'
import { isOpenAt, opensAfter } from '../../actors/hours/open'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import { type TtlMemo, ttlMemo } from './ttl-memo'

/**
 * Whether somebody is there for who comes now: it is open, and somebody is on duty who may have a visitor of
 * a language; of none is asked for anybody's. `shut` outside its hours, with when it opens again, ms UTC;
 * null when that is not in sight.
 */
export type StaffedNow = {
  isFor: (language: string) => boolean
  shut: { opensAt: number | null } | null
}

type Known = {
  /** What those who are on duty speak. */
  languages: readonly string[]
  settings: Pick<DepartmentSettings, 'hours' | 'languageRule'>
}

/**
 * Whether anybody is on duty in a department, and whether it is open: every page of who waits, every
 * line and every start form wants to know it. The store is asked once until the department's floor
 * or its settings change, and else at most every few seconds.
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
      if (what === 'floor' || what === 'state') this.known.delete(topic)
    })
  }

  /** `language`: that of a visitor, of whom the line asks the same; left out for anybody's. */
  async isStaffed(department: string, language = ''): Promise<boolean> {
    return (await this.staffedNow(department)).isFor(language)
  }

  async staffedNow(department: string): Promise<StaffedNow> {
    const address = addressOf('department', department)
    const known = this.known.get(address) ?? ttlMemo(this.clock, () => this.read(department))
    this.known.set(address, known)
    const { languages, settings } = await known.get()
    const now = this.clock.now()
    if (!isOpenAt(settings.hours, now))
      return { isFor: () => false, shut: { opensAt: opensAfter(settings.hours, now) } }
    const isFor = (language: string) =>
      languages.some((spoken) => isForThem(settings, { language }, { languages: spoken }))
    return { isFor, shut: null }
  }

  /** Rings may have been missed. */
  invalidate(): void {
    this.known.clear()
  }

  close(): void {
    this.unsubscribe()
  }

  private async read(department: string): Promise<Known> {
    const [languages, row] = await Promise.all([
      this.store.departments.onDuty(department),
      this.store.departments.find(department),
    ])
    return { languages, settings: row?.settings ?? departmentSettings.initial }
  }
}
