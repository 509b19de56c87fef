/**
 * Where this page is for its person, and how the desk is told: `say` sends it to an address, under
 * a name by which the desk knows this page from others of the same person.
 */
;(() => {
  // `crypto.randomUUID` is missing on plain http.
  const tab = [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(36)).join('')
  globalThis.bellhop ??= {}
  globalThis.bellhop.whereabouts = {
    tab,
    now: () => (document.hidden ? 'hidden' : 'open'),
    say: (path, page) => {
      const body = new URLSearchParams({ tab, page })
      const headers = { 'HX-Request': 'true' }
      fetch(path, { method: 'POST', headers, body, keepalive: true }).catch(() => {})
    },
  }
})()
