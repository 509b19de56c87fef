import type { List } from '../../views/workbench/inbox/lists'
import type { InboxRow } from '../store/ports/conversations'
import { DepartmentReads, type ReadsDesk } from './department-reads'
import { readClosed } from './inbox'
import { stableRows } from './stable-rows'

/** The closed conversations that somebody looks at on this node, by department and page. */
export class ClosedLists extends DepartmentReads<readonly InboxRow[]> {
  constructor(desk: ReadsDesk) {
    super(desk, ['closed'])
  }

  protected override keysOf(department: string): readonly string[] {
    return [...this.keys()].filter((key) => pageOf(key).department === department)
  }

  protected override async read(keys: readonly string[]) {
    const lists = keys.map(async (key) => {
      const { department, list } = pageOf(key)
      const rows = await readClosed({ store: this.store }, department, list)
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
