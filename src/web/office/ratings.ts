import { RatingsPage, ratingList } from '../../../views/office/ratings/list'
import { conversationChoices } from '../../reads/office-conversations'
import { readRatingFigures, readRatings, refusesRatings } from '../../reads/office-ratings'
import type { Route } from '../route'
import { officeList } from './list/list'

const list = officeList({
  ...{ list: ratingList, permission: 'ratings.read' },
  rows: ({ desk }, person, ask, limit) => readRatings(desk.store, person, ask, limit),
  refuses: async (_, __, ask) => refusesRatings(ask),
  choices: ({ desk }, person) => conversationChoices(desk.store, person),
  more: async ({ desk }, person, ask) => ({
    figures: await readRatingFigures(desk.store, person, ask),
  }),
  told: ({ figures }) => ({ figures }),
  draw: (shown, context) => RatingsPage({ ...context, ...shown }),
})

/** What visitors said of their conversations. */
export const ratingRoutes: readonly Route[] = [list.show, ...list.files]
