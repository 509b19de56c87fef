/** The workbench's connection is a socket: of those a browser opens as many as it has tabs. */
;(() => {
  /** How many pages use a stream once sockets did not get through, before one is tried again. */
  const STREAM_PAGES = 20
  const { page } = globalThis.bellhop
  if (!page?.isSocket()) return
  const { live } = page
  live.setAttribute('hx-trigger', 'load, connect')

  const left = Number(bellhop.inTab.get('stream'))
  if (left > 0) {
    bellhop.inTab.set('stream', String(left - 1))
    live.removeAttribute('hx-ws:connect')
    live.setAttribute('hx-sse:connect', live.dataset.feed)
    return
  }

  let connection = null
  let opened = false
  let failures = 0
  let isMoving = false

  /** A network that swallows everything swallows a farewell too: nobody waits for its answer. */
  const drop = (code) => {
    const { socket, abortController } = connection ?? {}
    if (!(socket?.readyState < WebSocket.CLOSED)) return
    socket.dispatchEvent(new CloseEvent('close', { code }))
    abortController.abort()
    socket.close()
  }
  page.connect = () => drop(1006)

  live.addEventListener('htmx:ws:before:connection', (event) => {
    connection = event.detail.connection
    const url = new URL(live.getAttribute('hx-ws:connect'), connection.url)
    if (page.cursor() > 0) url.searchParams.set('after', String(page.cursor()))
    connection.url = url.href
    if (connection.attempt > 0) page.say('reconnecting')
  })
  live.addEventListener('htmx:ws:after:connection', () => {
    opened = true
    failures = 0
    page.heard()
  })
  live.addEventListener('htmx:ws:before:message:incoming', (event) => {
    const text = event.detail.message.data
    if (typeof text === 'string' && text.startsWith('{')) {
      const said = JSON.parse(text)
      if ('hb' in said) page.take('hb', said.hb)
      else page.take(said.news ?? 'unknown')
    } else if (!page.take('', text)) event.preventDefault()
  })
  live.addEventListener('htmx:ws:after:message:incoming', (event) => {
    page.brought(String(event.detail.message.data))
  })
  live.addEventListener('htmx:ws:close', (event) => {
    const { code, reason } = event.detail
    if (reason === 'removed' || isMoving) return
    page.say('reconnecting')
    if (code === 4401) page.end('signedOut')
    else if (code === 4403) page.end('forbidden')
    else if (code >= 4400) page.end('replaced')
    else if (code === 1000) setTimeout(connect)
    else if (!opened && ++failures >= 3) useStream()
  })

  /** Sockets do not get through here: the same over SSE, which any proxy lets pass. */
  const useStream = async () => {
    if (!live.dataset.feed || !(await fetch('/up').catch(() => null))?.ok) return
    bellhop.inTab.set('stream', String(STREAM_PAGES))
    location.reload()
  }

  // A page that was left is kept for the way back, and its socket was closed as it went.
  const connect = () => {
    if (!page.isStopped()) htmx.trigger(live, 'connect')
  }
  page.move = () => {
    isMoving = true
    drop(1000)
    isMoving = false
    setTimeout(connect)
  }
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    drop(1000)
    connect()
  })

  // What may be lost goes over the socket while there is one.
  document.addEventListener('bellhop:tell', (event) => {
    const socket = connection?.socket
    if (socket?.readyState !== WebSocket.OPEN) return
    socket.send(JSON.stringify(event.detail))
    event.preventDefault()
  })
})()
