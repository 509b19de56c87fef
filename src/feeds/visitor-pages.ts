import { type Address, addressOf, idOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Open } from '../live/feed'
import { OpenPages } from '../live/open-pages'
import type { Pipe } from '../live/pipe'

const VISITORS = addressOf('visitor', '')

/** A stream, on which nothing can be said. */
class Unheard implements Open {
  private readonly pages: OpenPages
  private readonly visitor: string

  constructor(pages: OpenPages, visitor: string) {
    this.pages = pages
    this.visitor = visitor
  }

  closed(): void {
    this.pages.disconnect(this.visitor)
  }
}

/**
 * Where the pages of visitors are who come through this node. It rings when one is somewhere else
 * than before, and when somebody wants to know; nothing of it is stored.
 */
export const openVisitorPages = ({ bus, clock }: { bus: Bus; clock: Clock }) => {
  const node = clock.id()
  let opened = 0
  const newsOf = (topic: Address): Fact[] => {
    const news = topic.startsWith(VISITORS) ? pages.of(idOf(topic)) : null
    return news ? [{ topic, what: 'page', page: news.page, at: news.since, node }] : []
  }
  const tell = (topics: readonly Address[]) => {
    const facts = topics.flatMap(newsOf)
    if (facts.length > 0) bus.publish(facts)
  }
  const pages = new OpenPages(clock, (visitor) => tell([addressOf('visitor', visitor)]))
  const unsubscribe = bus.subscribeAll(({ topic, what, also = [] }) => {
    if (what === 'whereabouts') tell([topic, ...also])
  })

  /** One that answers, and says of its page whether it is looked at. */
  const heard = (visitor: string, pipe: Pipe): Open => {
    const tab = `connection-${opened++}`
    let speaks = false
    pipe.onSpoke = () => pages.spoke(visitor)
    pipe.onPage = (page) => {
      speaks = true
      pages.say(visitor, tab, page)
    }
    return {
      closed() {
        if (speaks) pages.say(visitor, tab, 'gone')
        pages.disconnect(visitor)
      },
    }
  }

  return {
    pages,
    /** A page of a visitor opened a connection. */
    connect(visitor: string, pipe: Pipe): Open {
      pages.connect(visitor)
      return pipe.hears ? heard(visitor, pipe) : new Unheard(pages, visitor)
    },
    close() {
      unsubscribe()
      pages.close()
    },
  }
}
