/**
 * The connection by SSE, which all tabs of one person share. The leader hands on what it hears to
 * those who show the same. Who shows something else, which only happens at workbenches where no
 * socket gets through, looks in every 5 s instead.
 */
;(() => {
  const LOOK_MS = 1_000
  const { page, joinTabs } = globalThis.bellhop
  if (!page || page.isSocket()) return
  const { live } = page
  const { principal } = live.dataset
  const address = live.getAttribute('hx-sse:connect').replace(/([?&])after=\d+/, '$1')
  const isChat = !live.dataset.feed && document.getElementById('transcript') !== null
  let connection = null
  let request = null
  /** Where the connection began, or begins. */
  let from = 0
  let refusals = 0
  let isHurried = false

  const alone = { leads: () => true, tell: () => {}, catchUp: () => {} }
  const isOther = (said) => said.address !== address

  /** What a leader told is shown in the order it came, as it is by the leader. */
  let shown = Promise.resolve()
  let leaderShows = address
  const show = async ({ name, data }) => {
    if (!page.take(name, data)) return
    await htmx.swap({ sourceElement: live, target: live, swap: 'none swapEmpty:false', text: data })
    page.brought(data)
  }

  const tab = {
    about: () => ({
      ...{ address, state: page.state(), cursor: page.cursor() },
      isHidden: document.hidden,
    }),
    // Browsers slow down the clocks of who is hidden, and with them its next try.
    takesOver: ({ state, isHidden }) => state !== 'live' && isHidden && !document.hidden,
    lead: () => connectNow(),
    follow: () => hangUp(),
    bring: (said) => {
      if (isOther(said)) return
      page.goBack(said.cursor)
      connectNow()
    },
    hear: (said) => {
      if (page.isStopped()) return
      const isNews = leaderShows !== said.address
      leaderShows = said.address
      if (isOther(said)) return isNews ? connect() : undefined
      if ('data' in said) shown = shown.then(() => show(said)).catch(() => {})
      else if (said.state === 'live') page.heard()
      else page.say(said.state)
    },
  }
  const tabs =
    'BroadcastChannel' in globalThis
      ? joinTabs(`bellhop:${principal}:${document.documentElement.lang}`, tab)
      : alone

  const looksIn = () => !tabs.leads() && leaderShows !== address
  const mayConnect = () => !page.isStopped() && (tabs.leads() || looksIn())

  const hangUp = () => {
    request?.abort()
    connection?.abortController?.abort()
  }

  const connect = () => {
    if (!connection) return htmx.trigger(live, 'connect')
    connection.delayCanceller?.()
    connection.reader?.cancel()
  }
  page.connect = () => (mayConnect() ? connect() : tabs.catchUp())

  /** Without the pause that is there for a desk in trouble. */
  const connectNow = () => {
    isHurried = true
    connect()
  }

  live.setAttribute('hx-trigger', `${live.getAttribute('hx-trigger')}, connect`)
  live.addEventListener('htmx:config:request', ({ detail }) => {
    request = detail.ctx.request
    const joint = request.action.includes('?') ? '&' : '?'
    request.action += `${joint}tab=${globalThis.bellhop.whereabouts.tab}`
    if (isChat) request.action += `&conversation=${principal}`
    if (page.cursor() > 0) request.headers['Last-Event-ID'] = String(page.cursor())
  })
  live.addEventListener('htmx:before:request', (event) => {
    if (connection || !mayConnect()) event.preventDefault()
    else from = Number(event.detail.ctx.request.headers['Last-Event-ID'] ?? 0)
  })
  live.addEventListener('htmx:sse:before:connection', (event) => {
    connection = event.detail.connection
    if (connection.attempt > 0) from = page.cursor()
    connection.lastEventId = String(from || '')
    const isAgain = connection.attempt > 0
    if (!mayConnect() || (isAgain && looksIn())) return event.preventDefault()
    if (isAgain && !isHurried) page.say('reconnecting')
    if (isAgain && isHurried) queueMicrotask(() => connection?.delayCanceller?.())
    isHurried = false
  })
  live.addEventListener('htmx:sse:after:connection', () => {
    if (!mayConnect()) return hangUp()
    refusals = 0
    page.heard()
    // Meanwhile somebody joined who stands further back.
    if (page.cursor() < from) queueMicrotask(connectNow)
    if (looksIn()) setTimeout(hangUp, LOOK_MS)
  })
  live.addEventListener('htmx:sse:before:message', (event) => {
    const { event: name, data } = event.detail.message
    const isShown = page.take(name, data)
    if (isShown || name) tabs.tell({ name, data })
    else event.preventDefault()
  })
  live.addEventListener('htmx:sse:after:message', (event) =>
    page.brought(event.detail.message.data),
  )
  live.addEventListener('htmx:sse:close', () => {
    connection = null
    if (tabs.leads() && !page.isStopped()) page.say('reconnecting')
  })

  /** A stream that is refused three times is not there for us. */
  const refused = (status) => {
    page.say('reconnecting')
    if (status === 401) page.end('signedOut')
    else if ((status === 403 || status === 404) && ++refusals >= 3) page.end('replaced')
  }
  live.addEventListener('htmx:error', () => page.say('reconnecting'))
  live.addEventListener('htmx:sse:error', ({ detail }) => refused(detail.status))
  live.addEventListener('htmx:response:error', ({ detail }) => refused(detail.ctx.response?.status))

  // A stream can be dead without the desk noticing; a request cannot.
  const { feed } = live.dataset
  if (feed) setInterval(() => fetch(feed, { method: 'HEAD' }).catch(() => {}), 20_000)
})()
