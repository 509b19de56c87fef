/** What a visitor types is shown to the desk as it grows, where their form says so; else it stays here. */
;(() => {
  const REST_MS = 350
  const SHOWN = 1000
  let timer = 0
  let told = ''
  const tell = (form) => {
    timer = 0
    const text = form.elements.text.value.slice(-SHOWN)
    if (text === told) return
    told = text
    const headers = { 'HX-Request': 'true' }
    const body = new URLSearchParams({ text })
    fetch(form.dataset.shownAt, { method: 'POST', headers, body, keepalive: true }).catch(() => {})
  }
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form[data-shown-at]')
    if (!form || target.name !== 'text' || timer) return
    timer = setTimeout(() => tell(form), REST_MS)
  })
})()
