/**
 * Keys of the workbench. Whoever opens a conversation, or makes it theirs, has the cursor in the
 * reply; single keys lead about while nothing is being written, unless that is switched off.
 */
;(() => {
  const OFF = 'keys-off'
  const isTouch = matchMedia('(pointer: coarse)')
  const reply = () => document.querySelector('#composer textarea')
  const isField = (element) => element?.matches?.('input:not([type=checkbox]), textarea, select')

  /** The page and the conversation whose reply had the cursor given to it. */
  let place = ''
  const settle = () => {
    const field = reply()
    const now = `${location.pathname} ${field?.form.dataset.outbox ?? ''}`
    if (now === place) return
    const isOpened = !place.startsWith(`${location.pathname} `)
    place = now
    if (!field || isTouch.matches || document.querySelector(':popover-open')) return
    const at = document.activeElement
    // Another hand may have given it to them while they are at something else.
    const isFree = !at || at === document.body || at.closest('.room')
    if (!isField(at) && (isOpened || isFree)) field.focus({ preventScroll: true })
  }
  document.addEventListener('htmx:after:swap', settle)
  // Also one that is open already, for who opens it again wants to write.
  document.addEventListener('bellhop:opened', () => {
    place = ''
    settle()
  })
  settle()

  const walk = (by) => {
    const rows = [...document.querySelectorAll('#inbox :is(.row > a, .offer-who)')]
    const at = rows.indexOf(document.activeElement)
    const from = at < 0 ? rows.findIndex((row) => row.hasAttribute('aria-current')) : at
    const next = from < 0 ? 0 : from + by
    rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus()
  }
  // Opens the boxes of the list, and ticks that of the row where they are.
  const select = () => {
    const menu = document.querySelector('.bulk')
    if (!menu) return
    const box = document.activeElement?.closest('.row')?.querySelector('.row-select input')
    menu.open = true
    box?.click()
  }
  const press = (selector) => document.querySelector(selector)?.click()
  /** What is typed on while the search is still being brought; `null` while it is not. */
  let ahead = null
  const load = (link) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { src: link.dataset.script })
      script.nonce = document.querySelector('script[nonce]').nonce
      Object.assign(script, { onload: resolve, onerror: reject })
      document.head.append(script)
    })
  /** Who searches loads what it takes. */
  const search = async () => {
    const link = document.getElementById('search')
    if (!link || ahead !== null) return
    ahead = ''
    try {
      if (!bellhop.palette) await load(link)
      await bellhop.palette(() => ahead)
    } catch {
      location.assign(link.href)
    } finally {
      ahead = null
    }
  }
  // Words that are meant to be looked for are not to do anything on the page, nor to go to a visitor.
  document.addEventListener(
    'keydown',
    (event) => {
      const { key } = event
      if (ahead === null || event.ctrlKey || event.metaKey || event.altKey || key === 'Escape')
        return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (key === 'Backspace') ahead = ahead.slice(0, -1)
      else if (key.length === 1) ahead += key
    },
    true,
  )
  document.addEventListener('click', (event) => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (!isPlain || !event.target.closest?.('#search')) return
    event.preventDefault()
    search()
  })
  document.addEventListener('keydown', (event) => {
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isChord || event.key.toLowerCase() !== 'k' || !document.getElementById('search')) return
    event.preventDefault()
    search()
  })

  const acts = {
    r: () => reply()?.focus(),
    n: () => press('.inside-switch input'),
    j: () => walk(1),
    k: () => walk(-1),
    s: () => press('#snooze summary'),
    p: () => press('#priority summary'),
    x: () => select(),
    t: () => press('.transfer:not(.macros) > summary'),
    e: () => press('.room .end-chat > button'),
    '?': () => document.getElementById('shortcuts')?.togglePopover(),
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return
    const { target, key } = event
    if (key === 'Escape' && target.closest?.('form[data-outbox]')) {
      document.getElementById('scroll')?.focus({ preventScroll: true })
      return
    }
    const isAsked = document.querySelector('[popover]:popover-open:not(#shortcuts)')
    if (event.altKey || isField(target) || isAsked || !acts[key] || bellhop.inBrowser.get(OFF))
      return
    event.preventDefault()
    acts[key]()
  })

  const isOn = document.getElementById('keys-on')
  if (isOn) {
    isOn.checked = !bellhop.inBrowser.get(OFF)
    isOn.addEventListener('change', () => {
      if (isOn.checked) bellhop.inBrowser.remove(OFF)
      else bellhop.inBrowser.set(OFF, '1')
    })
  }
})()
