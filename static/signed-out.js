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
  const { inBrowser, inTab } = globalThis.bellhop
  const OURS = ['outbox', 'draft', 'inside']
  const page = document.querySelector('[data-signed-out]')
  const { principal } = document.querySelector('[data-principal]')?.dataset ?? {}

  const isOf = (key, whose) => {
    const [kind, by] = key.split(':')
    return OURS.includes(kind) && by === whose
  }
  const keysOf = (store, whose) => store.keys().filter((key) => isOf(key.replace(LEFT, ''), whose))
  const isWords = (key) => !key.replace(LEFT, '').startsWith('inside:')
  /** A tab's own store is seen by no other tab: that it holds words is said where all see it. */
  const begunIn = (whose) => inBrowser.keys().filter((key) => key.startsWith(`begun:${whose}:`))
  const hasUnsent = (whose) =>
    begunIn(whose).length > 0 ||
    [inBrowser, inTab].some((store) => keysOf(store, whose).some(isWords))

  /** Two tabs may have begun something in one place: neither is lost. */
  const move = (from, key, to, name) => {
    const [there, brought] = [to.get(name), from.get(key)]
    to.set(name, there && there !== brought ? `${there}\n${brought}` : brought)
    from.remove(key)
  }
  const putAside = (whose) => {
    for (const key of keysOf(inTab, whose)) move(inTab, key, inBrowser, LEFT + key)
  }
  const takeBack = (whose) => {
    for (const key of keysOf(inBrowser, whose))
      if (key.startsWith(LEFT)) move(inBrowser, key, inTab, key.slice(LEFT.length))
  }
  const empty = (whose) => {
    for (const store of [inBrowser, inTab])
      for (const key of keysOf(store, whose)) store.remove(key)
  }

  const leave = (mark) => {
    const [whose, words] = mark?.split(' ') ?? []
    if (!whose) return
    if (words === 'delete') empty(whose)
    else putAside(whose)
    for (const key of begunIn(whose)) inBrowser.remove(key)
    if (whose === principal) document.dispatchEvent(new Event('bellhop:signed-out'))
  }

  const begun = `begun:${principal}:${crypto.getRandomValues(new Uint32Array(1))}`
  const sayBegun = (isOpen) => {
    const holds = isOpen && keysOf(inTab, principal).some(isWords)
    if (holds) inBrowser.set(begun, '1')
    else inBrowser.remove(begun)
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
    // The desk does not know who left when their session had run out before.
    inTab.set(LEAVING, principal)
    sayUnsent(target)
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

  const left = page && (page.dataset.signedOut || inTab.get(LEAVING))
  inTab.remove(LEAVING)
  if (left) {
    const nonce = crypto.getRandomValues(new Uint32Array(1))
    inBrowser.set(MARK, `${left} ${page.dataset.unsentWords ?? 'keep'} ${nonce}`)
  }
  const mark = inBrowser.get(MARK)
  // Who is here again has begun anew.
  if (principal && mark?.startsWith(`${principal} `)) inBrowser.remove(MARK)
  else leave(mark)
  if (principal && document.getElementById('live')) takeBack(principal)
  askOfWords()
  addEventListener('storage', ({ key, newValue }) => {
    if (key === MARK) leave(newValue)
  })
})()
