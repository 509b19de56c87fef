/**
 * Keeps a page live and honest. Where it stands is what it was brought and shows: the newest such
 * `data-seq`, or `data-change` of one it shows as it is now, is the cursor of every connection. A
 * hole, a silence of 40 s or a lost connection leads to a new one from there, and #connection says
 * what is so. What it is connected by is the business of socket.js and stream.js.
 */
;(() => {
  const SILENCE_MS = 40_000
  /** A beat says how far the desk has sent; what is later than this was lost on its way. */
  const LATE_MS = 1_500
  const live = document.getElementById('live')
  if (!live) return
  const settings = { reconnectMaxDelay: 5000, connectTimeout: 15_000, reconnectJitter: 0.3 }
  htmx.config.ws = { ...htmx.config.ws, ...settings }

  // Counted by the page's own clock: the machine's may be set while the page waits.
  let heardAt = performance.now()
  let stopped = false
  let hole = 0
  /** Counts conversations that were opened here. */
  let opened = 0

  const slot = () => document.getElementById('connection')
  const say = (state) => {
    if (!slot()) return
    const { dataset } = slot()
    const before = dataset.state
    dataset.state = navigator.onLine === false ? 'offline' : state
    const isHealed = dataset.state === 'live' && !/^(?:connecting|live)$/.test(before)
    if (isHealed) document.dispatchEvent(new Event('bellhop:healed'))
  }

  /**
   * The newest entry that the page came with or a connection brought. The answer to an own message
   * does not count: what others said before it may still be on its way.
   */
  let cursor = Number(live.dataset.after) || 0
  const brought = (text) => {
    // An entry that has changed may be further back than this page goes; what answers it need not.
    if (text.includes(' data-change="'))
      document.dispatchEvent(new CustomEvent('bellhop:changed', { detail: text }))
    for (const [, name, seq] of text.matchAll(/ data-(seq|change)="(\d+)"/g))
      if (name === 'change' || document.querySelector(`#transcript > [data-seq="${seq}"]`))
        cursor = Math.max(cursor, Number(seq))
  }

  /** Makes the next connection begin where the page stands. */
  const reconnect = () => {
    if (stopped) return
    say('reconnecting')
    heardAt = performance.now()
    page.connect()
  }

  /** Somebody, who may stand further back, is to be brought what they lack. */
  const resume = (seq = cursor) => {
    stopped = false
    cursor = Math.min(cursor, seq)
  }

  const heard = () => {
    heardAt = performance.now()
    say('live')
  }

  /** A frame says which entry its own comes after: one we do not have is a hole. */
  const checkHole = (after) => {
    if (!(after > cursor)) return false
    if (hole === after) return false // It cannot be filled: what comes after it is shown.
    hole = after
    reconnect()
    return true
  }

  const afterIn = (text) => Number(/ data-after="(\d+)"/.exec(text)?.[1] ?? 0)

  const news = {
    hb: (upTo) => {
      document.dispatchEvent(new Event('bellhop:heartbeat'))
      // Said of what is open now, which may be another conversation by then.
      const about = opened
      setTimeout(() => about === opened && checkHole(Number(upTo) || 0), LATE_MS)
    },
    degraded: () => say('reconnecting'),
    healed: () => say('live'),
    resync: () => {
      cursor = 0
      for (const entry of document.querySelectorAll('#transcript > [data-seq]')) entry.remove()
    },
    end: (why) => end(why),
  }

  /** What came, by its name or as HTML without one: whether it is to be shown. */
  const take = (name, data) => {
    heard()
    if (name) news[name]?.(data)
    return !name && !checkHole(afterIn(data))
  }

  // Who signs out is led on by that.
  let isLeaving = false
  document.addEventListener('submit', ({ target }) => {
    if (target.action?.endsWith('/sign-out')) isLeaving = true
  })
  // They were asked and came back.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) isLeaving = false
  })

  /** It stays away; `why` is a state that there are words for, or the desk's own sentence. */
  const stop = (why) => {
    stopped = true
    say(why)
  }

  /** Who this page speaks for has changed. */
  const end = (why) => {
    if (isLeaving) return
    stop('over')
    if (why === 'forbidden' && page.isSocket()) location.assign('/workbench')
    else if (why === 'signedOut' || why === 'forbidden') location.reload()
  }

  /**
   * What whoever connects it needs of the page. Theirs are `connect`: to connect anew, and `move`: at
   * once, for what is open now.
   */
  const page = {
    live,
    say,
    heard,
    take,
    brought,
    end,
    stop,
    resume,
    reconnect,
    /** The desk takes what is written here again: it is to bring what comes, too. */
    goOn: () => {
      if (!stopped) return
      resume()
      page.connect()
    },
    connect: () => {},
    move: () => {},
    isSocket: () => live.hasAttribute('hx-ws:connect'),
    isStopped: () => stopped,
    state: () => slot()?.dataset.state,
    cursor: () => cursor,
    /** Another conversation stands here now, up to this line. */
    open: (upTo) => {
      opened++
      cursor = upTo
      hole = 0
      heardAt = performance.now()
      page.move()
    },
  }
  globalThis.bellhop.page = page

  document.addEventListener('bellhop:stranger', () => end('signedOut'))

  // The page's clock stands still while the machine sleeps, and its connection does not outlive it.
  const ahead = () => Date.now() - performance.now()
  let aheadBefore = ahead()
  setInterval(() => {
    const slept = ahead() - aheadBefore > SILENCE_MS
    aheadBefore = ahead()
    if (slept || performance.now() - heardAt > SILENCE_MS) reconnect()
  }, 1000)
  addEventListener('offline', () => stopped || say('offline'))
  addEventListener('online', reconnect)
})()
