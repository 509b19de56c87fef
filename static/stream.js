/**
 * The connection by SSE, which all tabs of one person share. The leader hands on what it hears to
 * those who show the same. Who shows something else, which only happens at workbenches where no
 * socket gets through, looks in every 5 s instead. It is read here and not by htmx: a tab may have
 * to begin anew at once, further back, or to leave the stream to another one.
 */
;(() => {
  const LOOK_MS = 1_000
  const LOOK_EVERY_MS = 5_000
  /** How long the desk may take to answer, and the longest pause before it is asked again. */
  const CONNECT_MS = 15_000
  const LONGEST_MS = 5_000
  const { page, joinTabs } = globalThis.bellhop
  if (!page || page.isSocket()) return
  const { live } = page
  const { principal } = live.dataset
  const addressNow = () => live.getAttribute('hx-sse:connect')
  const address = addressNow().replace(/([?&])after=\d+/, '$1')
  const isChat = !live.dataset.feed && document.getElementById('transcript') !== null
  /** What is only looked at needs no stream while nobody looks. */
  const rests = () => document.hidden && !('inBackground' in live.dataset)
  /** The one that is open, or on its way. */
  let request = null
  /** Where it began, or begins. */
  let from = 0
  let refusals = 0
  let tries = 0
  /** The shortest pause; the desk says another one when it goes. */
  let pauseMs = 500
  let timer = 0

  const alone = { leads: () => true, tell: () => {}, catchUp: () => {} }
  const isOther = (said) => said.address !== address

  /** What a leader told is shown in the order it came, as it is by the leader. */
  let shown = Promise.resolve()
  let leaderShows = address
  const show = async ({ name, data }) => {
    if (page.take(name, data)) await put(data)
  }
  const put = async (text) => {
    await htmx.swap({ sourceElement: live, target: live, swap: 'none swapEmpty:false', text })
    page.brought(text)
  }

  const tab = {
    about: () => ({
      address,
      state: page.state(),
      isOver: page.isStopped(),
      cursor: page.cursor(),
      isHidden: document.hidden,
    }),
    // Browsers slow down the clocks of who is hidden, and with them its next try.
    takesOver: ({ state, isHidden }) => state !== 'live' && isHidden && !document.hidden,
    lead: () => connectNow(),
    follow: () => drop(),
    bring: (said) => {
      if (isOther(said)) return
      page.resume(said.cursor)
      connectNow()
    },
    hear: (said) => {
      const isNews = leaderShows !== said.address
      leaderShows = said.address
      if (isOther(said)) return isNews ? connectNow() : undefined
      if (said.isOver) return page.stop(said.state)
      page.resume()
      if ('data' in said) shown = shown.then(() => show(said)).catch(() => {})
      else if (said.state === 'live') page.heard()
      else page.say(said.state)
    },
  }
  /** Who may keep nothing may not be let speak with other tabs either. */
  const join = () => {
    try {
      return joinTabs(`bellhop:${principal}:${document.documentElement.lang}`, tab)
    } catch {
      return alone
    }
  }
  const tabs = join()

  const looksIn = () => !tabs.leads() && leaderShows !== address
  const mayConnect = () => !page.isStopped() && !rests() && (tabs.leads() || looksIn())

  const drop = () => {
    clearTimeout(timer)
    request?.abort()
    request = null
  }

  /** Without the pause that is there for a desk in trouble. */
  const connectNow = () => {
    drop()
    if (mayConnect()) open()
  }

  /** After a pause that grows, and is another one for each page. */
  const connectLater = () => {
    drop()
    if (!mayConnect()) return
    const waitMs = Math.min(LONGEST_MS, pauseMs * 2 ** tries) * (0.7 + Math.random() * 0.6)
    tries++
    if (!looksIn()) page.say('reconnecting')
    timer = setTimeout(connectNow, looksIn() ? LOOK_EVERY_MS : waitMs)
  }
  page.connect = () => (mayConnect() ? connectLater() : tabs.catchUp())

  const open = async () => {
    const own = new AbortController()
    request = own
    from = page.cursor()
    const late = setTimeout(() => own.abort(), CONNECT_MS)
    const answer = await ask(own.signal).catch(() => null)
    clearTimeout(late)
    if (request !== own) return
    const isStream = answer?.headers.get('Content-Type')?.includes('event-stream')
    if (isStream && answer.ok) await read(answer.body, own).catch(() => {})
    else await refused(answer)
    if (request === own) connectLater()
  }

  const ask = (signal) => {
    const url = new URL(addressNow(), location.href)
    url.searchParams.set('tab', globalThis.bellhop.whereabouts.tab)
    if (isChat) url.searchParams.set('conversation', principal)
    const headers = { Accept: 'text/event-stream', 'HX-Request': 'true' }
    if (from > 0) headers['Last-Event-ID'] = String(from)
    return fetch(url, { headers, signal })
  }

  const read = async (body, { signal }) => {
    tries = 0
    refusals = 0
    page.heard()
    // Meanwhile somebody joined who stands further back.
    if (page.cursor() < from) return connectNow()
    if (looksIn()) setTimeout(() => signal === request?.signal && connectLater(), LOOK_MS)
    const reader = body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const events = (rest + value).split('\n\n')
      rest = events.pop()
      for (const each of events) if (!signal.aborted) await hear(each)
    }
  }

  /** As the desk writes them: one field a line, and of data each line is one. */
  const hear = async (event) => {
    let name
    const lines = []
    for (const line of event.split('\n')) {
      const [, field, value] = /^(\w+): ?(.*)/s.exec(line) ?? []
      if (field === 'event') name = value
      if (field === 'retry') pauseMs = Number(value)
      if (field === 'data') lines.push(value)
    }
    const data = lines.join('\n')
    if (!name && !data) return
    const isShown = page.take(name, data)
    if (isShown || name) tabs.tell({ name, data })
    if (isShown) await put(data)
  }

  /** Whoever is kept out is told why, once; a stream that is not there three times is not there for us. */
  const refused = async (answer) => {
    const { status } = answer ?? {}
    if (status === 401) page.end('signedOut')
    else if (status === 403) page.stop(bellhop.sentenceIn(await answer.text()))
    else if (status === 404 && ++refusals >= 3) page.stop('over')
  }

  document.addEventListener('visibilitychange', () => {
    if (!request && !document.hidden) return connectNow()
    if (!request || !rests()) return
    drop()
    page.say('reconnecting')
    tabs.tell({})
  })
  // Once the rest of the page's script is there, which it asks.
  if (tabs === alone) setTimeout(connectNow)

  // A stream can be dead without the desk noticing; a request cannot.
  const { feed } = live.dataset
  if (feed) setInterval(() => fetch(feed, { method: 'HEAD' }).catch(() => {}), 20_000)
})()
