import { addressOf } from '../../actors/address'
import type { List } from '../../views/workbench/inbox/lists'
import type { InboxRow } from '../store/ports/conversations'
import { readClosed } from './inbox'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'
import { stableRows } from './stable-rows'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

/** The closed conversations that somebody looks at on this node, by department and page. */
export class ClosedLists extends SharedReads<readonly InboxRow[]> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (what !== 'closed') return
      for (const key of this.keys())
        if (addressOf('department', pageOf(key).department) === topic) this.ask(key)
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(keys: readonly string[]) {
    const lists = keys.map(async (key) => {
      const { department, list } = pageOf(key)
      const rows = await readClosed(this.needed, department, list)
      return [key, stableRows(this.before(key) ?? [], rows)] as const
    })
    return new Map(await Promise.all(lists))
  }
}

/** A page of what is closed in a department: the newest, or from where somebody went back to. */
type Page = { department: string; list: List }

export const closedKey = (department: string, list: List): string =>
  JSON.stringify({ department, list } satisfies Page)

const pageOf = (key: string): Page => JSON.parse(key)
