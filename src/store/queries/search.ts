import type { Search } from '../ports/search'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import type { SearchTables } from '../tables/search'
import type { SummaryTables } from '../tables/summaries'
import { behindOver } from './search/behind'
import { findOver } from './search/find'
import { leaseOver } from './search/lease'
import { takeOver } from './search/take'

type Tables = SearchTables & SummaryTables & TranscriptTables

export const searchOver = (base: QueryContext<Tables>): Search => {
  const index = base.wordIndexOver(base)
  return {
    ...findOver(base, index),
    ...behindOver(base),
    ...takeOver(base, index),
    ...leaseOver(base),
  }
}
