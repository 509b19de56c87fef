import type { Fact } from '../../actors/facts'
import { type Log, openLog } from '../log'
import type { Bus } from './bus'

type Listener = { hear: (fact: Fact) => void; since: number }

/**
 * The bell inside one process: a map from topic to listeners, whoever they are. A listener that
 * throws is told of in the log and hurts nobody else; subscribing and leaving cost the same
 * with one topic as with a hundred thousand, also from within a listener.
 */
export const openLocalBus = ({ log = openLog('warn') }: { log?: Log } = {}): Bus => {
  const topics = new Map<string, Set<Listener>>()
  const everything = new Set<Listener>()
  let rings = 0

  const ring = (listeners: Set<Listener> | undefined, fact: Fact, now: number) => {
    for (const { hear, since } of listeners ?? []) {
      // Who came while this very ring was heard has not waited for it.
      if (since >= now) continue
      try {
        hear(fact)
      } catch (problem) {
        log.error('a listener of the bus threw', { topic: fact.topic, what: fact.what, problem })
      }
    }
  }

  const join = (listeners: Set<Listener>, hear: Listener['hear'], leave: () => void) => {
    const listener = { hear, since: rings }
    listeners.add(listener)
    return () => {
      if (listeners.delete(listener)) leave()
    }
  }

  return {
    publish(facts) {
      for (const fact of facts) {
        const now = ++rings
        ring(topics.get(fact.topic), fact, now)
        ring(everything, fact, now)
      }
    },
    subscribe(topic, hear) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners)
      return join(listeners, hear, () => {
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic)
      })
    },
    subscribeAll: (hear) => join(everything, hear, () => {}),
    onReconnect: () => () => {},
    state: () => 'alone',
    async close() {
      topics.clear()
      everything.clear()
    },
  }
}
