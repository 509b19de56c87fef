/**
 * Tells somebody who looks elsewhere: a mark on the icon of the page, and a notification for who
 * asked for it by a press.
 */
;(() => {
  const BADGE =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="%C"/><text x="16" y="23" font-family="sans-serif" font-weight="700" font-size="19" fill="#fff" text-anchor="middle">%N</text></svg>'
  const icon = document.querySelector('link[rel=icon]')
  const plain = icon?.href
  document.addEventListener('bellhop:missed', ({ detail: n }) => {
    if (!icon) return
    const drawn = BADGE.replace('%C', '#c53030').replace('%N', n > 9 ? '9+' : n)
    icon.href = n > 0 ? `data:image/svg+xml,${encodeURIComponent(drawn)}` : plain
  })

  /** A notification, instead of an earlier one about the same. On phones only a worker may. */
  globalThis.bellhop.show = async (title, body, about, url) => {
    if (globalThis.Notification?.permission !== 'granted') return
    const options = { body, tag: about, icon: plain, data: { url } }
    const worker = await navigator.serviceWorker?.getRegistration('/workbench').catch(() => null)
    if (worker && url) return worker.showNotification(title, options)
    try {
      const shown = new Notification(title, options)
      shown.onclick = () => {
        globalThis.focus()
        shown.close()
      }
    } catch {
      // Where only a worker may, and there is none.
    }
  }

  const button = document.getElementById('tell')
  if (!button) return
  /** How long it stands there what the switch is now, ms. */
  const SAYS_MS = 8_000
  let timer
  const wants = () => bellhop.inBrowser.get('tell') === 'on'
  const stateNow = () => {
    if (globalThis.Notification?.permission === 'denied') return 'blocked'
    return wants() && globalThis.Notification?.permission === 'granted' ? 'on' : 'off'
  }
  const show = () => {
    const state = stateNow()
    button.hidden = !globalThis.Notification
    button.setAttribute('aria-pressed', String(state === 'on'))
    button.title = JSON.parse(button.dataset.states)[state]
  }
  const say = () => {
    const slot = document.getElementById('tell-says')
    slot.textContent = button.title
    clearTimeout(timer)
    timer = setTimeout(() => slot.replaceChildren(), SAYS_MS)
  }
  button.addEventListener('click', async () => {
    const next = stateNow() === 'on' ? 'off' : 'on'
    if (next === 'on' && Notification.permission === 'default')
      await Notification.requestPermission()
    bellhop.inBrowser.set('tell', next)
    show()
    say()
  })
  document.addEventListener('bellhop:reply', () => {
    if (document.hidden && stateNow() === 'on')
      bellhop.show(document.title, button.dataset.told, 'reply')
  })
  show()
})()
