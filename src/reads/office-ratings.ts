import type { Entry } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { Problem } from '../../actors/problem'
import type { ConversationRow } from '../../actors/summary'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { Ranked, RatingFigures } from '../../views/office/ratings/figures'
import type { RatingLine } from '../../views/office/ratings/list'
import { type ConversationsAsk, placeOf, type RatedBy } from '../store/ports/conversations'
import type { Store } from '../store/store'
import { sightOf } from './search/ask'

const STARS = [5, 4, 3, 2, 1]

const filterOf = ({ filters, times }: ListAsk): ConversationsAsk['filter'] => {
  const { rating, agent, department } = filters
  return {
    rated: true,
    ...(rating ? { stars: Number(rating) } : {}),
    ...(agent ? { agent } : {}),
    ...(department ? { departments: [department] } : {}),
    ...(times.from === undefined ? {} : { closedSince: times.from }),
    ...(times.to === undefined ? {} : { closedBefore: times.to }),
  }
}

export const refusesRatings = ({ filters: { rating } }: ListAsk): Problem | null =>
  rating === undefined || /^[1-5]$/.test(rating)
    ? null
    : new Problem('invalid', 'fieldNotValid', { field: 'rating', values: { field: 'rating' } })

/** What was rated, of conversations that somebody may read. */
export const readRatings = async (
  store: Store,
  person: Staff,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<RatingLine>> => {
  const order = ask.sort === 'rating' ? 'stars' : 'closed'
  const found = await store.conversations.page(
    {
      ...{ filter: filterOf(ask), sight: sightOf(person) },
      ...{ order, descending: ask.descending, after: ask.until },
    },
    limit + 1,
  )
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return { rows: await linesOf(store, page), next: last ? placeOf(order, last) : null }
}

const linesOf = async (store: Store, rows: readonly ConversationRow[]): Promise<RatingLine[]> => {
  const [said, departments] = await Promise.all([
    store.transcripts.rated(rows.map(({ id }) => id)),
    store.departments.all(),
  ])
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...{ ...row, departmentName: names.get(row.department) ?? row.department },
    ...wordsOf(said.get(row.id)),
  }))
}

/** The newest that was said of it: it may have been rated anew. */
const wordsOf = (entry: Entry | undefined): Pick<RatingLine, 'comment' | 'remarks'> => {
  const notice = entry?.body.kind === 'notice' ? entry.body.notice : null
  const remarks = notice?.code === 'rated' ? (notice.remarks ?? []) : []
  return { comment: entry?.text ?? '', remarks }
}

/** The same in figures: how they are spread, and whose they are. */
export const readRatingFigures = async (
  store: Store,
  person: Staff,
  ask: ListAsk,
): Promise<RatingFigures> => {
  const rated = await store.conversations.ratings({
    ...{ filter: filterOf(ask), sight: sightOf(person) },
  })
  const { count, sum } = totalOf(rated)
  return {
    ...{ count, mean: count === 0 ? 0 : sum / count },
    distribution: STARS.map((stars) => ({
      stars,
      count: totalOf(rated.filter((one) => one.stars === stars)).count,
    })),
    ranking: [...Map.groupBy(rated, ({ agent }) => agent).values()].map(rankedOf).sort(byMean),
  }
}

const totalOf = (rated: readonly RatedBy[]) => ({
  count: rated.reduce((all, { count }) => all + count, 0),
  sum: rated.reduce((all, { count, stars }) => all + count * stars, 0),
})

const rankedOf = (rated: readonly RatedBy[]): Ranked => {
  const { count, sum } = totalOf(rated)
  const [first] = rated
  return { agent: first?.agent ?? null, name: first?.agentName ?? '', count, mean: sum / count }
}

const byMean = (a: Ranked, b: Ranked): number =>
  b.mean - a.mean || b.count - a.count || a.name.localeCompare(b.name)
