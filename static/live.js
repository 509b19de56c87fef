/**
 * Keeps a page live and honest. Where it stands is what it was brought and shows: the newest such
 * `data-seq`, or `data-change` of one it shows as it is now, is the cursor of every connection. A hole, a silence of 40 s or a lost socket leads
 * to a new connection from there, and #connection says what is so.
 */
;(() => {
  const SILENCE = 40_000
  const live = document.getElementById('live')
  if (!live) return
  const settings = { reconnectMaxDelay: 5000, connectTimeout: 15_000, reconnectJitter: 0.3 }
  htmx.config.sse = { ...htmx.config.sse, ...settings }
  htmx.config.ws = { ...htmx.config.ws, ...settings }

  let heardAt = Date.now()
  let connection = null
  let stopped = false
  let opened = false
  let failures = 0
  let hole = 0
  const say = (state) => {
    const slot = document.getElementById('connection')
    if (!slot) return
    const before = slot.dataset.state
    slot.dataset.state = navigator.onLine === false ? 'offline' : state
    const isHealed = slot.dataset.state === 'live' && /reconnecting|offline/.test(before)
    if (isHealed) document.dispatchEvent(new Event('bellhop:healed'))
  }

  /**
   * The newest entry that the page came with or a connection brought. The answer to an own message
   * does not count: what others said before it may still be on its way.
   */
  let cursor = Number(live.dataset.after) || 0
  const brought = (text) => {
    // An entry that has changed may be further back than this page goes.
    for (const [, name, seq] of text.matchAll(/ data-(seq|change)="(\d+)"/g))
      if (name === 'change' || document.querySelector(`#transcript > [data-seq="${seq}"]`))
        cursor = Math.max(cursor, Number(seq))
  }

  const isSocket = () => live.hasAttribute('hx-ws:connect')

  /** Ends this connection so that the next one begins where the page stands. */
  const reconnect = () => {
    if (stopped) return
    say('reconnecting')
    heardAt = Date.now()
    connection?.delayCanceller?.()
    connection?.reader?.cancel()
    if (connection?.socket?.readyState < WebSocket.CLOSING) drop(connection)
  }

  /** A network that swallows everything swallows a farewell too: nobody waits for its answer. */
  const drop = ({ socket, abortController }) => {
    socket.dispatchEvent(new CloseEvent('close', { code: 1006 }))
    abortController.abort()
    socket.close()
  }

  const heard = () => {
    heardAt = Date.now()
    failures = 0
    opened = true
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

  /** The beat says how far the desk has sent; what is late then was lost on its way. */
  const beat = (upTo) => {
    document.dispatchEvent(new Event('bellhop:heartbeat'))
    setTimeout(() => checkHole(Number(upTo) || 0), 1500)
  }

  const news = {
    degraded: () => say('reconnecting'),
    healed: () => say('live'),
    resync: () => {
      cursor = 0
      for (const entry of document.querySelectorAll('#transcript > [data-seq]')) entry.remove()
    },
  }

  /** Who this page speaks for has changed: it stays away. */
  const end = (why) => {
    stopped = true
    say('offline')
    if (why === 'forbidden' && isSocket()) location.assign('/workbench')
    else if (why === 'signedOut' || why === 'forbidden') location.reload()
  }

  live.addEventListener('htmx:config:request', (event) => {
    if (cursor > 0) event.detail.ctx.request.headers['Last-Event-ID'] = String(cursor)
  })
  live.addEventListener('htmx:before:request', (event) => {
    if (stopped) event.preventDefault()
  })
  live.addEventListener('htmx:sse:before:connection', (event) => {
    connection = event.detail.connection
    connection.lastEventId = String(cursor || '')
    if (connection.attempt > 0) say('reconnecting')
  })
  live.addEventListener('htmx:sse:after:connection', heard)
  live.addEventListener('htmx:sse:before:message', (event) => {
    const { event: name, data } = event.detail.message
    heard()
    if (name === 'hb') beat(data)
    else if (name === 'end') end(data)
    else if (name) news[name]?.()
    else if (checkHole(afterIn(data))) event.preventDefault()
  })
  live.addEventListener('htmx:sse:after:message', (event) => brought(event.detail.message.data))
  for (const trouble of ['htmx:sse:error', 'htmx:sse:close', 'htmx:error'])
    live.addEventListener(trouble, () => say('reconnecting'))

  /** A stream that is refused three times is not there for us. */
  const refused = (event) => {
    const status = event.detail.ctx?.response?.status ?? 0
    say('reconnecting')
    if (status === 401) end('signedOut')
    else if ((status === 403 || status === 404) && ++failures >= 3) stopped = true
  }
  live.addEventListener('htmx:response:error', refused)

  live.addEventListener('htmx:ws:before:connection', (event) => {
    connection = event.detail.connection
    const url = new URL(connection.url)
    if (cursor > 0) url.searchParams.set('after', String(cursor))
    connection.url = url.href
    if (connection.attempt > 0) say('reconnecting')
  })
  live.addEventListener('htmx:ws:after:connection', heard)
  live.addEventListener('htmx:ws:before:message:incoming', (event) => {
    const text = event.detail.message.data
    heard()
    if (typeof text === 'string' && text.startsWith('{')) {
      const said = JSON.parse(text)
      if ('hb' in said) beat(said.hb)
      else news[said.news]?.()
    } else if (checkHole(afterIn(text))) event.preventDefault()
  })
  live.addEventListener('htmx:ws:after:message:incoming', (event) => {
    brought(String(event.detail.message.data))
  })
  live.addEventListener('htmx:ws:close', (event) => {
    const { code, reason } = event.detail
    if (reason === 'removed') return
    say('reconnecting')
    if (code === 4401) end('signedOut')
    else if (code === 4403) end('forbidden')
    else if (code >= 4400) end('replaced')
    else if (!opened && ++failures >= 3) useStream()
  })

  /** Sockets do not get through here: the same over SSE, which any proxy lets pass. */
  const useStream = async () => {
    if (!live.dataset.feed || !(await fetch('/up').catch(() => null))?.ok) return
    sessionStorage.setItem('stream', String(Date.now() + 600_000))
    location.reload()
  }
  if (isSocket() && Date.now() < Number(sessionStorage.getItem('stream'))) {
    live.removeAttribute('hx-ws:connect')
    live.setAttribute('hx-sse:connect', live.dataset.feed)
    live.setAttribute('hx-sse:close', 'end')
    live.setAttribute('hx-trigger', 'load, every 5s')
  }

  // What may be lost goes over the socket while there is one.
  document.addEventListener('bellhop:tell', (event) => {
    const socket = isSocket() && connection?.socket
    if (socket?.readyState !== WebSocket.OPEN) return
    socket.send(JSON.stringify(event.detail))
    event.preventDefault()
  })

  setInterval(() => {
    if (!stopped && Date.now() - heardAt > SILENCE) reconnect()
  }, 1000)
  addEventListener('offline', () => say('offline'))
  addEventListener('online', reconnect)
})()
