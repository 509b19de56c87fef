import type { Episodes } from '../ports/episodes'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import type { EpisodeTables } from '../tables/episodes'
import { countedOver } from './episodes/counted'
import { episodeListOver } from './episodes/list'
import { sumsOver } from './episodes/sums'
import { uncountedOver } from './episodes/uncounted'

export const episodesOver = (base: QueryContext<EpisodeTables & ActorTables>): Episodes => ({
  ...sumsOver(base),
  ...episodeListOver(base),
  ...uncountedOver(base, 'conversation'),
  ...countedOver(base),
})
