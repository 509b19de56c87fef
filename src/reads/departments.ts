import { addressOf } from '../../actors/address'
import { defaultOf, offeredOf } from '../../actors/department/default'
import { departmentSettings, type FileLimits, remarksOf } from '../../actors/department/settings'
import { visitorNames } from '../../actors/department/visitor-name'
import { acceptedFrom } from '../../actors/desk/file-families'
import { type DepartmentRow, isActive } from '../../actors/summary'
import type { Choice } from '../../views/chat/start-choice'
import type { Language } from '../../views/words/language'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import type { DeskSettings } from './desk-settings'
import type { OnDuty } from './on-duty'
import { nobody, readStaffing, type Staffing } from './staffing'
import { type TtlMemo, ttlMemo } from './ttl-memo'

const TOPIC_PREFIX = addressOf('department', '')

/**
 * The departments, for their names: read again when one is made or changed, and else at most every
 * few seconds. Whoever shows them is told.
 */
export class Departments {
  private readonly onDuty: OnDuty
  private readonly settings: Pick<DeskSettings, 'of'>
  private readonly followers = new Set<() => void>()
  private readonly unsubscribe: () => void
  private readonly rows: TtlMemo<DepartmentRow[]>
  private readonly staffing: TtlMemo<Staffing>

  constructor(desk: {
    store: Store
    bus: Bus
    clock: Clock
    onDuty: OnDuty
    settings: Pick<DeskSettings, 'of'>
  }) {
    this.rows = ttlMemo(desk.clock, () => desk.store.departments.all())
    this.staffing = ttlMemo(desk.clock, () => readStaffing(desk.store))
    this.onDuty = desk.onDuty
    this.settings = desk.settings
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (what === 'state' && topic.startsWith(TOPIC_PREFIX)) this.changed()
    })
  }

  /** Calls `changed` when one is made or changed, until the returned function is called. */
  onChange(changed: () => void): () => void {
    this.followers.add(changed)
    return () => void this.followers.delete(changed)
  }

  /** Rings may have been missed. */
  invalidate(): void {
    this.rows.drop()
    this.staffing.drop()
  }

  close(): void {
    this.unsubscribe()
  }

  /** Those that were removed too: what was asked of them keeps their names. */
  all(): Promise<DepartmentRow[]> {
    return this.rows.get()
  }

  /** Those that can be chosen, by whoever may choose any. */
  async choosable(): Promise<DepartmentRow[]> {
    return (await this.all()).filter(isActive)
  }

  async canBeChosen(id: string): Promise<boolean> {
    return (await this.choosable()).some((row) => row.id === id)
  }

  /**
   * To choose from, for who writes in a language: those that somebody belongs to, first those where somebody is on duty for them, and of
   * these the default one. While nobody belongs to any it is the default one alone. Who belongs
   * where is read as seldom as the departments, and not at all on a desk with only one.
   */
  async choices(language: string): Promise<Choice[]> {
    const all = await this.choosable()
    const isOnly = all.length < 2
    const { agents, chosen } = isOnly ? nobody : await this.staffing.get()
    const first = isOnly ? all[0]?.id : defaultOf(all, agents, chosen)?.id
    const offered = isOnly ? all : offeredOf(all, agents, chosen)
    const choices = await Promise.all(
      offered.map(async (row) => {
        const { id, name } = row
        const { isFor, shut } = await this.onDuty.staffedNow(id)
        const staffed = isFor(language)
        return { id, name, names: visitorNames(row), staffed, ...(shut ? { shut } : {}) }
      }),
    )
    const rank = ({ id, staffed }: Choice) => (staffed ? 2 : 0) + (id === first ? 1 : 0)
    return choices.toSorted((one, other) => rank(other) - rank(one))
  }

  /** What colleagues read: empty when there is only one, which goes without saying. */
  async label(id: string): Promise<string> {
    return (await this.oneOfSeveral(id))?.name ?? ''
  }

  /** The same for a visitor, in their language. */
  async visitorLabel(id: string, language: Language): Promise<string> {
    const row = await this.oneOfSeveral(id)
    return row ? visitorNames(row)[language] : ''
  }

  private async oneOfSeveral(id: string): Promise<DepartmentRow | undefined> {
    const all = await this.all()
    return all.length > 1 ? all.find((row) => row.id === id) : undefined
  }

  /** What visitors may say of a talk by a press. */
  async remarks(id: string) {
    const { settings } = (await this.all()).find((row) => row.id === id) ?? {}
    return remarksOf(settings ?? departmentSettings.initial)
  }

  /** What is filled in before one of its conversations ends. */
  async wrapUpFields(id: string) {
    return (await this.all()).find((row) => row.id === id)?.settings.wrapUpFields ?? []
  }

  /** What files may be sent in its conversations. */
  async fileLimits(id: string): Promise<FileLimits> {
    const { settings } = (await this.all()).find((row) => row.id === id) ?? {}
    const { fileSize, imageSize, fileCount, voiceLength } = settings ?? departmentSettings.initial
    return { fileSize, imageSize, fileCount, voiceLength }
  }

  /** What of it visitors may send. */
  async visitorFileLimits(id: string): Promise<FileLimits> {
    const limits = await this.fileLimits(id)
    const uploads = this.settings.of('uploads')
    const accepted = acceptedFrom(uploads)
    if (accepted === undefined) return limits
    return { ...limits, accepted, ...(uploads.recordings ? {} : { voiceLength: 0 }) }
  }

  /** Whether its agents see what visitors type before it is sent. */
  async showsSneakPeeks(id: string): Promise<boolean> {
    const { settings } = (await this.all()).find((row) => row.id === id) ?? {}
    return settings?.sneakPeek ?? false
  }

  private changed(): void {
    this.invalidate()
    for (const tell of this.followers) tell()
  }
}

/** Whether any of these departments promises an answer or an end within a time. */
export const promiseAny = async (
  departments: Pick<Departments, 'all'>,
  ids: readonly string[],
): Promise<boolean> =>
  (await departments.all()).some(
    ({ id, settings: { slaFirst, slaNext, slaSolve } }) =>
      ids.includes(id) && [slaFirst, slaNext, slaSolve].some((ms) => ms > 0),
  )
