import { addressOf, idOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import { OpenPages } from '../live/open-pages'
import type { Pipe } from '../live/pipe'

const VISITORS = addressOf('visitor', '')

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

  return {
    pages,
    /** A page of a visitor opened a connection; the returned function says that it closed. */
    connect(visitor: string, pipe: Pipe): () => void {
      const { spoke, closed } = pages.connect(visitor)
      if (!pipe.hears) return closed
      const tab = `connection-${opened++}`
      let speaks = false
      pipe.onSpoke = spoke
      pipe.onPage = (page) => {
        speaks = true
        pages.say(visitor, tab, page)
      }
      return () => {
        if (speaks) pages.say(visitor, tab, 'gone')
        closed()
      }
    },
    close() {
      unsubscribe()
      pages.close()
    },
  }
}
