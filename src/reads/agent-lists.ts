import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { AgentRow } from '../../actors/summary'
import { type AgentInbox, offersOf } from './inbox'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'
import { stableRows } from './stable-rows'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log' | 'departments'>

/** What is an agent's own: who they are now, what they hold, and what rings at them. */
export type AgentList = AgentInbox & { agent: AgentRow | undefined }

const AGENTS = addressOf('agent', '')

/** The agents who look at their lists on this node, each read once for all their pages. */
export class AgentLists extends SharedReads<AgentList> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (topic.startsWith(AGENTS) && (what === 'row' || what === 'state'))
        this.ask(topic.slice(AGENTS.length))
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(agents: readonly string[]) {
    const lists = agents.map(async (id) => [id, await this.readOne(id)] as const)
    return new Map(await Promise.all(lists))
  }

  private async readOne(id: string): Promise<AgentList> {
    const { inbox } = this.needed.store
    const before = this.before(id)
    const [agent, rows] = await Promise.all([inbox.agent(id), inbox.held(id)])
    const all = stableRows(before?.all ?? [], rows)
    const list = { agent, all, offers: await offersOf(this.needed, all, id) }
    return before && isDeepEqual(list, before) ? before : list
  }
}
