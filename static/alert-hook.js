/** A visitor who looks elsewhere, or asks to be told, loads what that takes. */
;(() => {
  const button = document.getElementById('tell')
  if (!button) return
  let script = null
  const load = (then) => {
    if (script) return
    script = document.createElement('script')
    script.nonce = document.querySelector('script[nonce]').nonce
    script.src = button.dataset.script
    script.onload = then
    document.head.append(script)
  }
  button.hidden = !globalThis.Notification
  button.setAttribute('aria-pressed', String(localStorage.getItem('tell') === 'on'))
  button.addEventListener('click', () => load(() => button.click()), { once: true })
  document.addEventListener('visibilitychange', () => load(null), { once: true })
})()
