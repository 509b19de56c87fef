import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import { type AgentRow, isOver } from '../../actors/summary'
import type { InboxRow } from '../store/ports/conversations'
import type { AgentInbox } from './inbox'
import { isOffer, offersOf } from './offers'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'
import { stableRows } from './stable-rows'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log' | 'departments'>

/** What is an agent's own: who they are now, what they hold, and what rings at them. */
export type AgentList = AgentInbox & { agent: AgentRow | undefined }

/** What may have changed of it: all, or the agent and these conversations. */
type News = { all: boolean; agent: boolean; rows: Set<string> }

/** How often an agent's own is read at most when something new comes to it, or else, ms. */
const NEW_REST_MS = 20
const KNOWN_REST_MS = 500

const AGENTS = addressOf('agent', '')

/**
 * The agents who look at their lists on this node, each read once for all their pages. A message
 * costs one row, and all rows that are due on this node are one query.
 */
export class AgentLists extends SharedReads<AgentList> {
  private readonly needed: Needed
  private readonly news = new Map<string, News>()
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll((fact) => this.hear(fact))
  }

  override invalidate(): void {
    for (const agent of this.keys()) this.newsOf(agent).all = true
    super.invalidate()
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override forget(agent: string): void {
    super.forget(agent)
    this.news.delete(agent)
  }

  protected override async read(agents: readonly string[]) {
    const news = new Map(agents.map((agent) => [agent, this.newsOf(agent)]))
    for (const agent of agents) this.news.delete(agent)
    try {
      const ids = new Set([...news.values()].flatMap(({ all, rows }) => (all ? [] : [...rows])))
      const rows = await this.needed.store.conversations.rows([...ids])
      const lists = [...news].map(async ([agent, its]) => {
        const list = await this.readOne(agent, its, rows)
        return [agent, list] as const
      })
      return new Map(await Promise.all(lists))
    } catch (problem) {
      for (const agent of agents) this.newsOf(agent).all = true
      throw problem
    }
  }

  private hear({ topic, what, conversation }: Fact): void {
    if ((what !== 'row' && what !== 'state') || !topic.startsWith(AGENTS)) return
    const agent = topic.slice(AGENTS.length)
    if (!this.get(agent)) return
    const news = this.newsOf(agent)
    if (what === 'state') news.agent = true
    else if (conversation) news.rows.add(conversation)
    else news.all = true
    // Another message in what is shown already is in less of a hurry than what comes or rings.
    const isKnown = this.before(agent)?.all.some(({ id }) => id === conversation) ?? false
    this.ask(agent, isKnown ? KNOWN_REST_MS : NEW_REST_MS)
  }

  private newsOf(agent: string): News {
    const known = this.news.get(agent) ?? { all: false, agent: false, rows: new Set() }
    this.news.set(agent, known)
    return known
  }

  private async readOne(id: string, news: News, rows: readonly InboxRow[]): Promise<AgentList> {
    const before = news.all ? undefined : this.before(id)
    const { agents, conversations } = this.needed.store
    const [agent, held] = await Promise.all([
      before && !news.agent ? before.agent : agents.find(id),
      before ? heldAfter(before.all, id, news.rows, rows) : conversations.held(id),
    ])
    const last = this.before(id)
    const all = stableRows(last?.all ?? [], held)
    const rings = [...held, ...(before?.all ?? [])].some(
      (row) => isOffer(row, id) && (!before || news.rows.has(row.id)),
    )
    const offers = before && !rings ? before.offers : await offersOf(this.needed, all, id)
    const isSame =
      last && all === last.all && isDeepEqual([agent, offers], [last.agent, last.offers])
    return isSame ? last : { agent, all, offers }
  }
}

/** What an agent holds, or rings at them, when these rows may have changed; oldest wait first. */
const heldAfter = (
  before: readonly InboxRow[],
  agent: string,
  changed: ReadonlySet<string>,
  rows: readonly InboxRow[],
): readonly InboxRow[] => {
  const theirs = rows.filter((row) => changed.has(row.id) && isTheirs(row, agent))
  const others = before.filter(({ id }) => !changed.has(id))
  return [...others, ...theirs].sort(byWaiting)
}

const isTheirs = (row: InboxRow, agent: string): boolean =>
  !isOver(row) && (row.offeredTo === agent || (row.state === 'active' && row.agent === agent))

const byWaiting = (a: InboxRow, b: InboxRow): number =>
  a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1)
