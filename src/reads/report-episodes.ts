import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { Measures } from '../../actors/figures/measures'
import type { ConversationRow } from '../../actors/summary'
import { emptyProfile, type Profile } from '../../actors/visitor/profile'
import type { DatedEpisode, EpisodeFilter, EpisodePlace } from '../store/ports/episodes'
import type { Store } from '../store/store'

type Cell = string | number | null
type Known = { name: string; email: string; profile: Profile }
type Names = {
  departments: ReadonlyMap<string, string>
  agents: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
}
type Row = {
  episode: DatedEpisode
  row: ConversationRow | undefined
  visitor: Known
  names: Names
  url: string
}

/** Whole seconds of one, null where it did not come to that. */
const secondsOf =
  (ms: keyof Measures, base: keyof Measures) =>
  ({ episode }: Row): Cell =>
    episode.measures[base] === 0
      ? null
      : Math.round(episode.measures[ms] / episode.measures[base] / 1_000)
const counted =
  (measure: keyof Measures) =>
  ({ episode }: Row): Cell =>
    episode.measures[measure]
const timeOf = (at: number | null): Cell => (at === null ? null : new Date(at).toISOString())

/** One row of each conversation, and another for each time it was reopened: by the names of its columns. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  conversation: ({ episode }) => episode.conversation,
  part: ({ episode }) => episode.nth,
  url: ({ url }) => url,
  customer: ({ row, visitor }) => visitor.name || (row?.visitorName ?? ''),
  email: ({ visitor }) => visitor.email,
  phone: ({ visitor }) => visitor.profile.phone,
  company: ({ visitor }) => visitor.profile.company,
  attributes: ({ visitor }) => attributesOf(visitor.profile),
  source: ({ episode }) => episode.source,
  country: ({ episode }) => episode.country,
  device: ({ episode }) => episode.device,
  language: ({ episode }) => episode.language,
  department: ({ episode, names }) =>
    names.departments.get(episode.department) ?? episode.department,
  agent: ({ episode, names }) =>
    episode.agent === null ? '' : (names.agents.get(episode.agent) ?? episode.agent),
  status: ({ episode, row }) => (episode.endedAt === null ? (row?.state ?? 'waiting') : 'closed'),
  priority: ({ row }) => row?.priority ?? 'normal',
  tags: ({ episode, names }) => episode.tags.map((tag) => names.tags.get(tag) ?? tag).join(', '),
  began: ({ episode }) => timeOf(episode.at),
  ended: ({ episode }) => timeOf(episode.endedAt),
  ended_by: ({ episode }) => episode.endedBy ?? '',
  wait_s: secondsOf('waitMs', 'accepted'),
  first_answer_s: secondsOf('firstAnswerMs', 'answered'),
  next_answer_s: secondsOf('nextAnswersMs', 'nextAnswers'),
  handling_s: secondsOf('handlingMs', 'handled'),
  solution_s: secondsOf('solutionMs', 'solved'),
  promised: counted('promised'),
  late: counted('late'),
  abandoned: counted('abandoned'),
  reopened: counted('reopened'),
  handovers: counted('handovers'),
  visitor_messages: counted('visitorMessages'),
  agent_messages: counted('agentMessages'),
  rating: ({ episode }) => (episode.rating === 0 ? null : episode.rating),
}

export const episodeColumns: readonly string[] = Object.keys(columns)

const attributesOf = ({ attributes }: Profile): string =>
  Object.keys(attributes).length === 0
    ? ''
    : JSON.stringify(
        Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      )

/** Episodes that are read together: never more are held. */
const TOGETHER = 50

/** Rows of all that a filter lets through, a stretch at a time. `urlOf` is where a colleague opens one. */
export async function* episodeRows(
  store: Store,
  filter: EpisodeFilter,
  urlOf: (conversation: string) => string,
): AsyncGenerator<Cell[][]> {
  const names = await namesOf(store)
  let after: EpisodePlace | null = null
  for (;;) {
    const page: DatedEpisode[] = await store.episodes.list(filter, after, TOGETHER)
    if (page.length === 0) return
    const rows = new Map(
      (await store.conversations.rows([...new Set(page.map((one) => one.conversation))])).map(
        (row) => [row.id, row],
      ),
    )
    const visitors = await visitorsOf(store, [...rows.values()])
    yield page.map((episode) => {
      const row = rows.get(episode.conversation)
      const visitor = visitors.get(row?.visitor ?? '') ?? nobody
      const of = { episode, row, visitor, names, url: urlOf(episode.conversation) }
      return Object.values(columns).map((cell) => cell(of))
    })
    after = page.at(-1) ?? null
    if (page.length < TOGETHER) return
  }
}

const nobody: Known = { name: '', email: '', profile: emptyProfile }

const visitorsOf = async (store: Store, rows: readonly ConversationRow[]) => {
  const ids = [...new Set(rows.map(({ visitor }) => visitor))]
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, Known]> => {
      const stored = await store.turns.load(addressOf('visitor', id)).catch(() => undefined)
      const context = contextIn('visitor', stored?.snapshot)
      return [id, context ?? nobody]
    }),
  )
  return new Map(found)
}

const namesOf = async ({ departments, agents, tags }: Store): Promise<Names> => {
  const [rooms, people, words] = await Promise.all([departments.all(), agents.all(), tags.all()])
  return {
    departments: new Map(rooms.map(({ id, name }) => [id, name])),
    agents: new Map(people.map(({ id, name }) => [id, name])),
    tags: new Map(words.map(({ key, name }) => [key, name])),
  }
}
