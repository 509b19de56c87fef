/**
 * What was written and is not yet with the desk, kept in this browser over reloads and outages. It
 * belongs to whom the page speaks for, its `data-principal`: an agent, or the visitor of one
 * conversation. Nobody is shown, or sends, what somebody else left here.
 */
;(() => {
  const { principal } = document.getElementById('live')?.dataset ?? {}
  const prefix = `outbox:${principal}:`
  const inMemory = new Map()

  const stored = (key) => {
    try {
      return JSON.parse(bellhop.inBrowser.get(key))
    } catch {
      return null
    }
  }

  /** In the order they were written: by a count, as the machine's clock may be set back. */
  const items = () => {
    const all = new Map(inMemory)
    for (const key of bellhop.inBrowser.keys()) {
      const item = key.startsWith(prefix) && stored(key)
      if (item?.id) all.set(item.id, item)
    }
    return [...all.values()].sort((a, b) => a.nth - b.nth || (a.id < b.id ? -1 : 1))
  }

  let last = 0
  const nextNth = () => {
    last = Math.max(last, ...items().map(({ nth }) => nth)) + 1
    return last
  }

  /** Answers the item with its place in the order. */
  const keep = (item) => {
    const kept = { ...item, nth: item.nth ?? nextNth() }
    inMemory.set(item.id, kept)
    bellhop.inBrowser.set(prefix + item.id, JSON.stringify(kept))
    return kept
  }

  const forget = ({ id }) => {
    inMemory.delete(id)
    bellhop.inBrowser.remove(prefix + id)
  }

  /** Another tab may have sent it, or be told to try again what we gave up. */
  const isStillThere = ({ id }) => inMemory.has(id) || stored(prefix + id) !== null

  document.addEventListener('bellhop:signed-out', () => inMemory.clear())
  globalThis.bellhop.queue = { items, keep, forget, isStillThere }
})()
