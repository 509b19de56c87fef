/**
 * One stream for all tabs of one person: a browser opens six connections to a desk that speaks
 * HTTP/1.1, and a stream keeps one of them. One tab leads and has the stream, and tells the others
 * what comes; who follows asks whether it is still there, for a frozen tab says no farewell, and
 * leads when there is no answer. Of two who lead the later one stays. Web Locks could do a part of
 * it, but are missing on plain http.
 */
;(() => {
  const ASK_MS = 2_000
  const LOST_MS = 3_000
  /** How long a new tab waits for a leader that there seems to be. */
  const WAIT_MS = 300
  const id = Math.random().toString(36).slice(2)

  /** Who cannot store anything finds no mark, leads, and hears of the other then. */
  const store = (act) => {
    try {
      return act(localStorage)
    } catch {
      return null
    }
  }

  /**
   * Joins the tabs of this name. `tab` is who joins: `lead()` and `follow()` are called as its part
   * changes, `hear(said)` with all that a leader says unless `takesOver(said)`, and `bring(said)`
   * when somebody says where they stand and may lack what came since; `about()` is what it says of
   * itself with everything.
   */
  const joinTabs = (name, tab) => {
    const mark = `leads:${name}`
    let channel = null
    let leader = null
    /** Counts leaders: of two the one with the greater count is the later. */
    let term = 0
    let claiming = 0
    let askedAt = 0
    let heardAt = 0

    const leads = () => leader === id
    const say = (what, more) =>
      channel?.postMessage({ ...tab.about(), ...more, what, from: id, term })
    const tell = (more) => say('told', more)
    const catchUp = () => say('join')

    const lead = () => {
      clearTimeout(claiming)
      if (leads() || !channel) return
      leader = id
      term++
      store((all) => all.setItem(mark, id))
      tell()
      tab.lead()
    }
    const claim = (waitMs) => {
      clearTimeout(claiming)
      claiming = setTimeout(lead, waitMs)
    }

    const isOutdated = (said) =>
      said.term < term || (said.term === term && leader !== null && said.from > leader)

    const toldBy = (said) => {
      if (isOutdated(said)) return leads() ? tell() : undefined
      clearTimeout(claiming)
      askedAt = 0
      heardAt = performance.now()
      const before = leader
      leader = said.from
      term = said.term
      if (tab.takesOver(said)) return lead()
      if (before === id) tab.follow()
      if (before !== leader) catchUp()
      tab.hear(said)
    }

    const hear = ({ data: said }) => {
      if (said.what === 'told') toldBy(said)
      else if (said.what === 'gone') {
        if (said.from !== leader) return
        leader = null
        // Who is looked at goes first: its clocks are not slowed down.
        claim((document.hidden ? WAIT_MS : 0) + Math.random() * 100)
      } else if (leads()) {
        if (said.what === 'join') tab.bring(said)
        tell()
      }
    }

    const join = () => {
      if (channel) return
      channel = new BroadcastChannel(name)
      channel.onmessage = hear
      askedAt = 0
      heardAt = performance.now()
      say('ask')
      claim(store((all) => all.getItem(mark)) ? WAIT_MS : 0)
    }
    const leave = () => {
      clearTimeout(claiming)
      if (leads()) {
        store((all) => all.removeItem(mark))
        say('gone')
        tab.follow()
      }
      channel?.close()
      channel = null
      leader = null
    }

    setInterval(() => {
      if (!channel || leads()) return
      const now = performance.now()
      if (askedAt > 0 && now - askedAt > LOST_MS) lead()
      else if (now - heardAt >= ASK_MS) {
        askedAt ||= now
        say('ask')
      }
    }, ASK_MS)

    addEventListener('pagehide', leave)
    document.addEventListener('freeze', leave)
    document.addEventListener('resume', join)
    addEventListener('pageshow', ({ persisted }) => persisted && join())
    join()
    return { leads, tell, catchUp }
  }
  globalThis.bellhop.joinTabs = joinTabs
})()
