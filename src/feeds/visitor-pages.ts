import { addressOf, idOf } from '../../actors/address'
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
  const tell = (visitor: string) => {
    const news = pages.of(visitor)
    if (!news) return
    const { page, since: at } = news
    bus.publish([{ topic: addressOf('visitor', visitor), what: 'page', page, at, node }])
  }
  const pages = new OpenPages(clock, tell)
  const unsubscribe = bus.subscribeAll(({ topic, what }) => {
    if (what === 'whereabouts' && topic.startsWith(VISITORS)) tell(idOf(topic))
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
