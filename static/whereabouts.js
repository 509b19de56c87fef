/**
 * Where this page is for its person, and how the desk is told: `say` sends it to an address, under
 * a name by which the desk knows this page from others of the same person. `post` sends what may be
 * lost, though the page goes meanwhile.
 */
;(() => {
  // `crypto.randomUUID` is missing on plain http.
  const tab = [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(36)).join('')
  const post = (path, fields) => {
    const headers = { 'HX-Request': 'true' }
    const body = new URLSearchParams(fields)
    fetch(path, { method: 'POST', headers, body, keepalive: true }).catch(() => {})
  }
  globalThis.bellhop ??= {}
  globalThis.bellhop.whereabouts = {
    tab,
    now: () => (document.hidden ? 'hidden' : 'open'),
    say: (path, page) => post(path, { tab, page }),
    post,
  }
})()
