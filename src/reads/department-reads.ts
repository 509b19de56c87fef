import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

export type ReadsDesk = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

const DEPARTMENTS = addressOf('department', '')

/** Values of departments, each read again when its department tells one of these facts. */
export abstract class DepartmentReads<Value> extends SharedReads<Value> {
  protected readonly store: ReadsDesk['store']
  private readonly unsubscribe: () => void

  /** `restMs`: for how long a value rests at least before it is read again. */
  constructor(desk: ReadsDesk, news: readonly Fact['what'][], restMs?: number) {
    super(desk)
    this.store = desk.store
    const isNews = new Set(news)
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (!isNews.has(what) || !topic.startsWith(DEPARTMENTS)) return
      for (const key of this.keysOf(topic.slice(DEPARTMENTS.length))) this.ask(key, restMs)
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  /** Under which keys values of a department are. */
  protected keysOf(department: string): readonly string[] {
    return [department]
  }
}
