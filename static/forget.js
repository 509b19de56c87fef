/**
 * What is kept in this browser over the end of its tab has an end of its own: words that nobody came
 * back for within a month are forgotten, and of each kind the oldest, where there are too many. So
 * are the marks of tabs that a crash left behind. What somebody had written who has signed out of their
 * account, `gone:<whose>`, goes at once, here and in whatever tab looks next.
 */
;(() => {
  const KEPT_MS = 30 * 24 * 3_600_000
  /** Of each kind, by how its keys begin: far more than anybody writes and leaves. */
  const MOST = { outbox: 500, left: 100, begun: 100, leads: 100, gone: 300 }
  /** When each was first seen here, ms UTC. */
  const RECORD = 'first-seen'

  const kindOf = (key) => key.slice(0, key.indexOf(':'))
  const known = () => {
    try {
      return Object(JSON.parse(bellhop.inBrowser.get(RECORD)))
    } catch {
      return {}
    }
  }

  /** Of a clock that was set back since, it was seen now. */
  const seenAt = (before, now) => (typeof before === 'number' && before <= now ? before : now)

  const forget = () => {
    const [now, before] = [Date.now(), known()]
    const all = bellhop.inBrowser
      .keys()
      .filter((key) => Object.hasOwn(MOST, kindOf(key)))
      .map((key) => ({ key, at: seenAt(before[key], now) }))
      .sort((one, two) => two.at - one.at)
    const count = {}
    const isOver = ({ key, at }) => {
      const kind = kindOf(key)
      count[kind] = (count[kind] ?? 0) + 1
      return now - at > KEPT_MS || count[kind] > MOST[kind]
    }
    const kept = []
    for (const each of all)
      if (isOver(each)) bellhop.inBrowser.remove(each.key)
      else kept.push([each.key, each.at])
    if (kept.length > 0) bellhop.inBrowser.set(RECORD, JSON.stringify(Object.fromEntries(kept)))
    else bellhop.inBrowser.remove(RECORD)
  }

  const GONE = 'gone:'
  const WORDS = /^(?:left:)?(?:outbox|draft|inside):/
  const here = document.querySelector('[data-principal]')?.dataset.principal
  const { inBrowser, inTab } = bellhop
  for (const mark of inBrowser.keys().filter((key) => key.startsWith(GONE))) {
    const whose = mark.slice(GONE.length)
    // They are here again, and have begun anew.
    if (whose === here) inBrowser.remove(mark)
    else
      for (const store of [inBrowser, inTab])
        for (const key of store.keys())
          if (WORDS.test(key) && key.replace(WORDS, '').split(':')[0] === whose) store.remove(key)
  }

  forget()
})()
