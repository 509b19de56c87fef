/**
 * Loads the chat on somebody's site: a button, and the chat in a frame once somebody opens it. Before
 * that nothing is stored, asked for or framed. What fails in here is not heard of there. `office` is
 * how the desk wants it.
 */
;(() => {
  const script = document.currentScript ?? document.querySelector('script[src$="/widget.js"]')
  const calls = globalThis.bellhop
  const isWaiting = Array.isArray(calls)
  if (!script || (!isWaiting && calls?.toggle)) return
  const { origin } = new URL(script.src)
  const { position = office.position, color = office.color, department, ...chosen } = script.dataset
  let { language, theme } = chosen
  /** How long the desk may take until it is called out of reach, and after an answer, ms. */
  const PATIENCE_MS = 10_000
  const ANSWERED_MS = 2_000
  /** In this tab, once it was opened: whether it is open. */
  const MARK = 'bellhop-widget'

  const drawing = office.drawing(position === 'left' ? 'left' : 'right', color)
  const { box, button, panel, covers } = drawing
  const { safely, kept, emit, on, off } = office.listening()
  let frame = null
  let isOpen = false
  let isReady = false
  let hasFailed = false
  let unread = 0
  let patience = 0
  /** The page's own, while the chat covers it. */
  let overflow = null
  /** What the chat has not done yet, in order; and where its visitor is. */
  const orders = []
  let place = null

  const draw = () => {
    const title = drawing.draw({ isOpen, isReady, hasFailed, unread, language, theme })
    if (frame) frame.title = title
    const { style } = document.documentElement
    if (isOpen && overflow === null && covers()) {
      overflow = style.overflow
      style.overflow = 'hidden'
    } else if (!isOpen && overflow !== null) {
      style.overflow = overflow
      overflow = null
    }
  }

  const tell = (bellhop, ...given) => {
    if (isReady) frame.contentWindow.postMessage({ bellhop, given }, origin)
  }
  const look = () => tell('look', { isOpen, theme, covers: covers() })
  /** One after the other: the next goes when the chat says that the one before is done. */
  const work = () => orders[0] && tell(...orders[0])
  const order = (...what) => {
    if (orders.push(what) === 1) work()
  }

  const fail = () => {
    hasFailed = true
    draw()
    emit('error', { reason: 'unreachable' })
  }
  const wait = (ms) => {
    clearTimeout(patience)
    if (!isReady) patience = setTimeout(fail, ms)
  }

  const load = () => {
    isReady = hasFailed = false
    frame?.remove()
    const url = new URL('/widget', origin)
    for (const [name, value] of Object.entries({ language, theme, department }))
      if (value) url.searchParams.set(name, value)
    frame = drawing.make('iframe', {
      allow: 'autoplay; microphone; clipboard-write',
      // Its pages know by it whom they talk to.
      name: `bellhop ${location.origin}`,
      onload: () => wait(ANSWERED_MS),
      src: url,
    })
    panel.append(frame)
    wait(PATIENCE_MS)
  }

  const here = (url = location.href, title = document.title) => {
    place = { url, title, referrer: document.referrer }
    tell('page', place)
  }

  const turn = (toOpen) => {
    if (isOpen === toOpen) return
    isOpen = toOpen
    if (isOpen) {
      unread = 0
      if (!frame || hasFailed) load()
    }
    kept((store) => store.setItem(MARK, isOpen ? 'open' : 'shut'))
    draw()
    look()
    if (!isOpen) button.focus()
    else if (isReady) frame.focus()
    emit(isOpen ? 'open' : 'close')
  }
  const open = () => turn(true)
  const close = () => turn(false)
  const toggle = () => turn(!isOpen)
  button.onclick = toggle
  drawing.shut.onclick = close

  const news = {
    ready: () => {
      isReady = true
      clearTimeout(patience)
      draw()
      look()
      if (place) tell('page', place)
      else here()
      if (isOpen) frame.focus()
      work()
    },
    leaving: () => {
      isReady = false
    },
    done: () => {
      orders.shift()
      work()
    },
    close,
    unread: (n) => {
      unread = n
      draw()
      emit('unread', n)
    },
  }
  const heard = (event) => {
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return
    const { bellhop: what, detail } = event.data
    if (news[what]) news[what](detail)
    else emit(what, detail)
  }
  addEventListener('message', heard)

  const api = {
    ...{ open, close, toggle, page: here },
    show: () => button.removeAttribute('hidden'),
    hide: () => {
      close()
      button.hidden = true
    },
    identify: (token) => order('identify', token),
    // What was said of whoever was here is not said of the next.
    reset: () => {
      orders.length = Math.min(orders.length, isReady ? 1 : 0)
      order('reset')
    },
    set: (attributes) => order('set', attributes),
    send: (text) => {
      order('send', text)
      open()
    },
    setLocale: (wanted) => {
      language = wanted
      if (frame) load()
      draw()
    },
    setTheme: (wanted) => {
      theme = wanted
      draw()
      look()
    },
    destroy: () => {
      isOpen = false
      draw()
      clearTimeout(patience)
      removeEventListener('message', heard)
      box.remove()
      kept((store) => store.removeItem(MARK))
      delete globalThis.bellhop
    },
    on: (event, listener) => {
      on(event, listener)
      if (event === 'ready' && box.isConnected) safely(listener)
    },
    off,
    push: ([name, ...given]) => api[name]?.(...given),
  }

  const begin = () => {
    document.body.append(box)
    draw()
    globalThis.bellhop = api
    for (const call of isWaiting ? calls : []) safely(api.push, call)
    const mark = kept((store) => store.getItem(MARK))
    if (mark === 'open' && !covers()) open()
    else if (mark && !frame) load()
    emit('ready')
  }
  if (document.body) begin()
  else addEventListener('DOMContentLoaded', begin)
})()
