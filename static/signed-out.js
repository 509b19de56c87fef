/**
 * What somebody wrote and did not send is gone from this browser when they sign out, unless they say
 * that it is to wait for them. It waits too when their session runs out: in this browser, where
 * nobody else is shown it, until they are here again, in whatever tab. Also on the pages that
 * somebody is led to who is signed out, as a tab's own store can be read by that tab alone.
 */
;(() => {
  const MARK = 'signed-out'
  const LEAVING = 'signing-out'
  const LEFT = 'left:'
  const OURS = ['outbox', 'draft', 'inside']
  const page = document.querySelector('[data-signed-out]')
  const { principal } = document.querySelector('[data-principal]')?.dataset ?? {}

  const isOf = (key, whose) => {
    const [kind, by] = key.split(':')
    return OURS.includes(kind) && by === whose
  }
  const keysOf = (store, whose) =>
    Object.keys(store).filter((key) => isOf(key.replace(LEFT, ''), whose))
  const isWords = (key) => !key.replace(LEFT, '').startsWith('inside:')
  /** A tab's own store is seen by no other tab: that it holds words is said where all see it. */
  const begunIn = (whose) =>
    Object.keys(localStorage).filter((key) => key.startsWith(`begun:${whose}:`))
  const hasUnsent = (whose) =>
    begunIn(whose).length > 0 ||
    [localStorage, sessionStorage].some((store) => keysOf(store, whose).some(isWords))

  /** Two tabs may have begun something in one place: neither is lost. */
  const move = (from, key, to, name) => {
    const [there, brought] = [to.getItem(name), from.getItem(key)]
    to.setItem(name, there && there !== brought ? `${there}\n${brought}` : brought)
    from.removeItem(key)
  }
  const putAside = (whose) => {
    for (const key of keysOf(sessionStorage, whose))
      move(sessionStorage, key, localStorage, LEFT + key)
  }
  const takeBack = (whose) => {
    for (const key of keysOf(localStorage, whose))
      if (key.startsWith(LEFT)) move(localStorage, key, sessionStorage, key.slice(LEFT.length))
  }
  const empty = (whose) => {
    for (const store of [localStorage, sessionStorage])
      for (const key of keysOf(store, whose)) store.removeItem(key)
  }

  const leave = (mark) => {
    const [whose, words] = mark?.split(' ') ?? []
    if (!whose) return
    if (words === 'delete') empty(whose)
    else putAside(whose)
    for (const key of begunIn(whose)) localStorage.removeItem(key)
    if (whose === principal) document.dispatchEvent(new Event('bellhop:signed-out'))
  }

  const begun = `begun:${principal}:${crypto.getRandomValues(new Uint32Array(1))}`
  const sayBegun = (isOpen) => {
    try {
      const holds = isOpen && keysOf(sessionStorage, principal).some(isWords)
      if (holds) localStorage.setItem(begun, '1')
      else localStorage.removeItem(begun)
    } catch {
      // Without a store nothing is kept.
    }
  }
  if (principal) {
    // After whoever keeps what was written has kept it.
    for (const name of ['input', 'visibilitychange', 'htmx:after:swap'])
      document.addEventListener(name, () => setTimeout(sayBegun, 0, true))
    addEventListener('pageshow', () => sayBegun(true))
    addEventListener('pagehide', () => sayBegun(false))
  }

  /** The menu's form asks first where something is lost, and only the browser knows of words. */
  const sayUnsent = ({ elements }) => {
    if (!elements.asks || elements.unsent || !hasUnsent(principal)) return
    const field = elements.asks.cloneNode()
    field.name = 'unsent'
    elements.asks.after(field)
  }
  document.addEventListener('submit', ({ target }) => {
    if (!principal || !target.action?.endsWith('/sign-out')) return
    try {
      // The desk does not know who left when their session had run out before.
      sessionStorage.setItem(LEAVING, principal)
      sayUnsent(target)
    } catch {
      // Without a store there is nothing that waits.
    }
  })

  const askOfWords = () => {
    const says = document.querySelector('[data-unsent]')
    if (!says || !hasUnsent(principal)) return
    says.textContent = says.dataset.unsent
    says.hidden = false
    const form = document.querySelector('[data-keeps]')
    const other = form.cloneNode(true)
    const button = other.querySelector('button')
    button.className = 'button'
    button.value = 'keep'
    button.textContent = form.dataset.keeps
    form.after(other)
  }

  try {
    const left = page && (page.dataset.signedOut || sessionStorage.getItem(LEAVING))
    sessionStorage.removeItem(LEAVING)
    if (left) {
      const nonce = crypto.getRandomValues(new Uint32Array(1))
      localStorage.setItem(MARK, `${left} ${page.dataset.unsentWords ?? 'keep'} ${nonce}`)
    }
    const mark = localStorage.getItem(MARK)
    // Who is here again has begun anew.
    if (principal && mark?.startsWith(`${principal} `)) localStorage.removeItem(MARK)
    else leave(mark)
    if (principal && document.getElementById('live')) takeBack(principal)
    askOfWords()
    addEventListener('storage', ({ key, newValue }) => {
      if (key === MARK) leave(newValue)
    })
  } catch {
    // Without a store there is nothing to forget.
  }
})()
