/**
 * The chat in its frame on somebody's site: it hears what that page asks for, and tells it what
 * happens. It speaks with nobody but the page around it, and only if that is one of the allowed sites;
 * of what people write it tells nothing.
 */
;(() => {
  const { sites = '' } = document.body.dataset
  // The frame keeps its name however often its page changes: who loaded it said who they are.
  const site = window.name.replace(/^bellhop /, '')
  if (window.parent === window || !sites.split(' ').includes(site)) return
  const root = document.documentElement
  const transcript = document.getElementById('transcript')
  let isOpen = false
  let isLeaving = false
  let unread = 0

  const say = (bellhop, detail) => window.parent.postMessage({ bellhop, detail }, site)
  const done = () => say('done')

  const post = (path, fields) =>
    fetch(path, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
  const refused = async (answer) => {
    const { error } = await answer.json().catch(() => ({}))
    say('error', { reason: error?.reason ?? `${answer.status}` })
  }
  const unreachable = () => say('error', { reason: 'unreachable' })

  /** Somebody else may be here now: the page is drawn anew, and what comes next waits for it. */
  const anew = () => {
    done()
    isLeaving = true
    location.replace('/widget')
  }

  /** What a visitor would do: their words go the way of all words. */
  const send = (text) => {
    const form = document.querySelector('form[data-outbox], form[data-kept]')
    const area = form?.elements.text
    if (!area) return say('error', { reason: 'chatEnded' })
    area.value = text
    area.dispatchEvent(new Event('input', { bubbles: true }))
    form.requestSubmit()
  }

  /**
   * What its visitor looks at goes into the talk; before there is one it waits for it, in this tab.
   */
  const CARD = 'bellhop-card'
  const { inTab } = globalThis.bellhop
  const show = async (card) => {
    if (document.querySelector('form[data-kept]')) return inTab.set(CARD, JSON.stringify(card))
    const answer = await post('/chat/cards', card)
    if (!answer.ok) await refused(answer)
  }
  const waiting = document.querySelector('form[data-outbox]') && inTab.get(CARD)
  if (waiting) {
    show(JSON.parse(waiting)).then(() => inTab.remove(CARD), unreachable)
  }
  /** A card as fields of a form; what it has that no card has the desk refuses. */
  const cardOf = (card) => ({
    ...Object.fromEntries(Object.entries(Object(card)).map(([name, value]) => [name, `${value}`])),
    client_id: crypto.randomUUID(),
  })

  const acts = {
    look: ({ isOpen: opened, theme, covers }) => {
      isOpen = opened
      root.toggleAttribute('data-covers', covers === true)
      if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
      else if (theme === 'auto') delete root.dataset.theme
      if (!isOpen) return
      unread = 0
      // In a preview of the desk's own somebody writes beside it.
      if (site !== location.origin && !matchMedia('(pointer: coarse)').matches)
        document.querySelector('form[data-outbox] textarea')?.focus()
    },
    page: ({ url, title, referrer }) =>
      post('/chat/page', { url: `${url}`, title: `${title}`, referrer: `${referrer}` }).catch(
        () => {},
      ),
    identify: (token) =>
      post('/chat/identity', { token: `${token}` }).then(async (answer) => {
        if (!answer.ok) await refused(answer)
        else if (answer.headers.has('HX-Refresh')) return anew()
        done()
      }),
    reset: () =>
      post('/chat/identity/removal', {}).then((answer) => {
        const { principal } = document.getElementById('live')?.dataset ?? {}
        // What they had written goes with them, wherever in this browser it is.
        if (answer.ok && principal) globalThis.bellhop.inBrowser.set(`gone:${principal}`, '1')
        anew()
      }),
    set: (attributes) =>
      post('/chat/attributes', { attributes: JSON.stringify(attributes) }).then(async (answer) => {
        if (!answer.ok) await refused(answer)
        done()
      }),
    send: async (what) => {
      if (Object(what) === what) {
        await show(cardOf(what.card))
        return done()
      }
      // A form that leads on takes this page away.
      done()
      send(`${what}`)
    },
  }

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== site || source !== window.parent || isLeaving) return
    const { bellhop: what, given = [] } = Object(data)
    if (!Object.hasOwn(acts, what) || !Array.isArray(given)) return
    Promise.resolve(acts[what](...given)).catch(() => {
      unreachable()
      done()
    })
  })

  // How things stand, whenever that is another thing than before.
  const told = {}
  const tell = (what, detail) => {
    const text = JSON.stringify(detail)
    if (told[what] === text) return
    told[what] = text
    say(what, detail)
  }
  const head = document.querySelector('.chat-head')
  const stand = () => {
    const status = document.getElementById('status')
    const { state = 'start', place } = status?.dataset ?? {}
    tell('state', state)
    if (place) tell('queue', Number(place))
    const name = state === 'active' && status.querySelector('h1 bdi')?.textContent
    if (name) tell('agent', { name })
  }
  if (head)
    new MutationObserver(stand).observe(head, { childList: true, subtree: true, attributes: true })

  const lines = () => [
    ...(transcript?.querySelectorAll(':scope > [data-kind="said"][data-seq]') ?? []),
  ]
  let last = Math.max(0, ...lines().map(({ dataset }) => Number(dataset.seq)))
  const arrived = () => {
    for (const { id, dataset } of lines().filter(({ dataset }) => Number(dataset.seq) > last)) {
      last = Math.max(last, Number(dataset.seq))
      say('message', { id: id.slice(2), by: dataset.by })
      if (dataset.side === 'theirs' && (!isOpen || document.hidden)) say('unread', ++unread)
    }
  }
  if (transcript)
    new MutationObserver(arrived).observe(transcript, {
      ...{ childList: true, subtree: true, attributes: true, attributeFilter: ['data-seq'] },
    })

  const close = () => say('close')
  document.querySelector('.frame-close')?.addEventListener('click', close)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    if (!document.querySelector(':popover-open, dialog[open]')) close()
  })
  addEventListener('pagehide', () => say('leaving'))
  addEventListener('pageshow', ({ persisted }) => persisted && say('ready'))
  say('ready')
  stand()
})()
