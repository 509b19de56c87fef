import messageSquareQuote from 'lucide-static/icons/message-square-quote.svg' with { type: 'text' }
import type { CannedPlace } from '../canned/list'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { canned } from '../words/canned'
import type { MenuEntry } from './context'

/** Those of a department or of everybody. */
export const cannedOfDesk: CannedPlace = {
  isOwn: false,
  list: paths.office.of('canned'),
  page: (id) => paths.office.of('canned', id),
  revision: (id) => paths.office.of('canned', id, 'revision'),
  removal: (id) => paths.office.of('canned', id, 'removal'),
}

/** One's own. */
export const cannedOfOne: CannedPlace = {
  isOwn: true,
  list: paths.workbench.canned,
  page: paths.workbench.cannedReply,
  revision: paths.workbench.cannedRevision,
  removal: paths.workbench.cannedRemoval,
}

export const cannedInMenu = {
  path: cannedOfDesk.list,
  icon: drawn(messageSquareQuote),
  words: canned,
} satisfies MenuEntry
