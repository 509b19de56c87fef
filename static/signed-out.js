/**
 * Who signs out takes along what they wrote: nothing of it stays in this browser, in whatever tab.
 * What somebody wrote whose session ran out waits for them. Also on the pages that somebody is led
 * to who is signed out, as a tab's own store can be emptied by that tab alone.
 */
;(() => {
  const MARK = 'signed-out'
  const LEAVING = 'signing-out'
  const OURS = ['outbox', 'draft', 'inside']
  const page = document.querySelector('[data-signed-out]')
  const { principal } = document.getElementById('live')?.dataset ?? {}

  const empty = (store, whose) => {
    for (const key of Object.keys(store)) {
      const [kind, by] = key.split(':')
      if (OURS.includes(kind) && by === whose) store.removeItem(key)
    }
  }
  const forget = (whose) => {
    if (!whose) return
    for (const store of [localStorage, sessionStorage]) empty(store, whose)
    if (whose === principal) document.dispatchEvent(new Event('bellhop:signed-out'))
  }

  // The desk does not know who left when their session had run out before.
  document.addEventListener('submit', ({ target }) => {
    if (principal && target.action?.endsWith('/sign-out'))
      sessionStorage.setItem(LEAVING, principal)
  })

  try {
    const left = page && (page.dataset.signedOut || sessionStorage.getItem(LEAVING))
    if (left) localStorage.setItem(MARK, `${left} ${crypto.getRandomValues(new Uint32Array(1))}`)
    const marked = localStorage.getItem(MARK)?.split(' ')[0]
    // Who is here again has begun anew.
    if (principal) sessionStorage.removeItem(LEAVING)
    if (principal && marked === principal) localStorage.removeItem(MARK)
    else forget(marked)
    addEventListener('storage', ({ key, newValue }) => {
      if (key === MARK) forget(newValue?.split(' ')[0])
    })
  } catch {
    // Without a store there is nothing to forget.
  }
})()
