import { LRUCache } from 'lru-cache'
import { type Address, idOf, kindOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Colleague } from '../../views/workbench/room/colleagues'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'

/** How long somebody is held to look who does not say so again, ms: open pages do every 15 s. */
export const LOOKING_MS = 40_000
/** In how many conversations it is known who looks, and of how many each. */
const CONVERSATIONS = 2_000
const LOOKERS = 20

type Looker = { name: string; until: number }

/**
 * Which colleagues have which conversation open, as far as this node has heard: on all nodes pages
 * say so as long as they are open. Nothing of it is stored.
 */
export class Colleagues {
  private readonly clock: Pick<Clock, 'ticks'>
  private readonly looking = new LRUCache<string, Map<string, Looker>>({ max: CONVERSATIONS })
  private readonly followers = new Set<(conversation: string) => void>()
  private readonly unsubscribe: () => void

  constructor({ bus, clock }: { bus: Bus; clock: Pick<Clock, 'ticks'> }) {
    this.clock = clock
    this.unsubscribe = bus.subscribeAll((fact) => this.hear(fact))
  }

  /** Who looks at one but this agent, in the order in which they came. */
  of(conversation: string, me: string): Colleague[] {
    const now = this.clock.ticks()
    const all = [...(this.looking.get(conversation) ?? [])]
    return all.flatMap(([id, { name, until }]) => (id !== me && until > now ? [{ id, name }] : []))
  }

  /** Calls with the conversation at which somebody begins to look, or ends. */
  onChange(follower: (conversation: string) => void): () => void {
    this.followers.add(follower)
    return () => this.followers.delete(follower)
  }

  close(): void {
    this.unsubscribe()
  }

  private hear({ topic, what, agent, name = '', page }: Fact): void {
    if (what !== 'looking' || agent === undefined || kindOf(topic) !== 'conversation') return
    const id = idOf(topic)
    const all = this.looking.get(id) ?? new Map<string, Looker>()
    const now = this.clock.ticks()
    for (const [one, { until }] of all) if (until <= now) all.delete(one)
    const wasThere = all.has(agent)
    if (page === 'gone') all.delete(agent)
    else if (wasThere || all.size < LOOKERS) all.set(agent, { name, until: now + LOOKING_MS })
    if (all.size > 0) this.looking.set(id, all)
    else this.looking.delete(id)
    if (wasThere !== all.has(agent)) for (const tell of this.followers) tell(id)
  }
}

/** Says on all nodes that somebody has a conversation open, or has it no longer. */
export const tellLooking = (
  bus: Pick<Bus, 'publish'>,
  topic: Address,
  { id, name }: Colleague,
  page: 'open' | 'gone',
): void => bus.publish([{ topic, what: 'looking', by: 'agent', agent: id, name, page }])
