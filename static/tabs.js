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

  // Who cannot store anything finds no mark, leads, and hears of the other then.
  const { inBrowser } = globalThis.bellhop

  /** This tab among those of a name: who leads, and what is said to the others. */
  class Tabs {
    channel = null
    leader = null
    /** Counts leaders: of two the one with the greater count is the later. */
    term = 0
    claiming = 0
    askedAt = 0
    heardAt = 0

    constructor(name, tab) {
      this.name = name
      this.mark = `leads:${name}`
      this.tab = tab
    }

    leads() {
      return this.leader === id
    }

    say(what, more) {
      const { tab, term } = this
      this.channel?.postMessage({ ...tab.about(), ...more, what, from: id, term })
    }

    join() {
      if (this.channel) return
      this.channel = new BroadcastChannel(this.name)
      this.channel.onmessage = ({ data: said }) => this.hear(said)
      this.askedAt = 0
      this.heardAt = performance.now()
      this.say('ask')
      this.claim(inBrowser.get(this.mark) ? WAIT_MS : 0)
    }

    leave() {
      clearTimeout(this.claiming)
      if (this.leads()) {
        inBrowser.remove(this.mark)
        this.say('gone')
        this.tab.follow()
      }
      this.channel?.close()
      this.channel = null
      this.leader = null
    }

    claim(waitMs) {
      clearTimeout(this.claiming)
      this.claiming = setTimeout(() => this.lead(), waitMs)
    }

    lead() {
      clearTimeout(this.claiming)
      if (this.leads() || !this.channel) return
      this.leader = id
      this.term++
      inBrowser.set(this.mark, id)
      this.say('told')
      this.tab.lead()
    }

    hear(said) {
      if (said.what === 'told') this.hearLeader(said)
      else if (said.what === 'gone') {
        if (said.from !== this.leader) return
        this.leader = null
        // Who is looked at goes first: its clocks are not slowed down.
        this.claim((document.hidden ? WAIT_MS : 0) + Math.random() * 100)
      } else if (this.leads()) {
        if (said.what === 'join') this.tab.bring(said)
        this.say('told')
      }
    }

    hearLeader(said) {
      if (this.isOutdated(said)) return this.leads() ? this.say('told') : undefined
      clearTimeout(this.claiming)
      this.askedAt = 0
      this.heardAt = performance.now()
      const before = this.leader
      this.leader = said.from
      this.term = said.term
      if (this.tab.takesOver(said)) return this.lead()
      if (before === id) this.tab.follow()
      if (before !== this.leader) this.say('join')
      this.tab.hear(said)
    }

    isOutdated({ term, from }) {
      return term < this.term || (term === this.term && this.leader !== null && from > this.leader)
    }

    /** Asks a leader that has been silent for a while whether it is there, and leads when it is not. */
    check() {
      if (!this.channel || this.leads()) return
      const now = performance.now()
      if (this.askedAt > 0 && now - this.askedAt > LOST_MS) this.lead()
      else if (now - this.heardAt >= ASK_MS) {
        this.askedAt ||= now
        this.say('ask')
      }
    }
  }

  /**
   * Joins the tabs of this name. `tab` is who joins: `lead()` and `follow()` are called as its part
   * changes, `hear(said)` with all that a leader says unless `takesOver(said)`, and `bring(said)`
   * when somebody says where they stand and may lack what came since; `about()` is what it says of
   * itself with everything.
   */
  globalThis.bellhop.joinTabs = (name, tab) => {
    const tabs = new Tabs(name, tab)
    setInterval(() => tabs.check(), ASK_MS)
    addEventListener('pagehide', () => tabs.leave())
    document.addEventListener('freeze', () => tabs.leave())
    document.addEventListener('resume', () => tabs.join())
    addEventListener('pageshow', ({ persisted }) => persisted && tabs.join())
    tabs.join()
    return {
      leads: () => tabs.leads(),
      tell: (more) => tabs.say('told', more),
      catchUp: () => tabs.say('join'),
    }
  }
})()
