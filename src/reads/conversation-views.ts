import type { Bus } from '../bus/bus'
import { ConversationView, type Follower, type Parts } from './conversation-view'
import { RefCounted } from './ref-counted'

const TOPIC_PREFIX = 'conversation:'

/**
 * The conversations that are followed on this node. It hears the bus once for all of them, so
 * that one that is idle costs no listener of its own.
 */
export class ConversationViews extends RefCounted<Follower, ConversationView> {
  private readonly unsubscribe: () => void

  constructor(parts: Parts, bus: Bus) {
    super((id) => new ConversationView(id, parts))
    this.unsubscribe = bus.subscribeAll((fact) => {
      if (fact.topic.startsWith(TOPIC_PREFIX))
        this.get(fact.topic.slice(TOPIC_PREFIX.length))?.hear(fact)
    })
  }

  close(): void {
    this.unsubscribe()
  }
}
