import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { Kept } from './node/kept'
import type { Rota } from './node/rota'
import type { Frame } from './pipe'
import type { Attendance } from './reads/attendance'
import type { Departments } from './reads/departments'
import type { Entries } from './reads/entries'
import type { Holders } from './reads/holders'
import type { Lines } from './reads/line'
import type { Pages } from './reads/pages'
import type { Watch } from './reads/watched'

/** What the feeds of one node share. */
export type FeedDesk = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  rota: Rota
  watch: Watch
  lines: Lines
  holders: Holders
  entries: Entries
  pages: Pages
  attendance: Attendance
  departments: Departments
  /** Frames around a transcript that many get alike. */
  alike: Kept<Frame>
  /** Whether this node has set a conversation aside: it cannot go on. */
  isParked(conversation: string): boolean
  /** 1, 2, 3 …: for what is to be spread. */
  nth(): number
}
