/**
 * What a visitor needs for their first message is in this file; all else is brought when something
 * here shows that it is wanted. What they did then is done when that has come.
 */
;(() => {
  const { load } = globalThis.bellhop
  const isThere = (selector) => document.querySelector(selector) !== null
  /** Whoever does not get it has the page as it was. */
  const bring = (name, then = () => {}) => load(name).then(then, () => {})

  /** The desk was not reached: it is said where one looks. */
  const sayNot = (form) =>
    (
      form.querySelector('.form-problem') ?? document.querySelector('.form-problem')
    )?.replaceChildren(document.getElementById('connection')?.dataset.unreachable ?? '')

  // Forms but for that of the start, which leads on, and the composer, which the outbox sends.
  const isSent = () => 'sayWhatIsSeen' in globalThis.bellhop
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (event.defaultPrevented || form.method !== 'post' || isSent() || form.matches('[data-kept]'))
      return
    event.preventDefault()
    load('forms').then(
      () => form.requestSubmit(submitter),
      () => sayNot(form),
    )
  })
  // Whoever presses a star while that is not there, for it was not reached, waits for it again.
  document.addEventListener('change', ({ target: { form, name } }) => {
    if (isSent() || name !== 'stars') return
    load('forms').catch(() => {
      for (const star of form.elements.stars) star.checked = star.defaultChecked
      sayNot(form)
    })
  })
  // Stars are sent without a button, and a card that opens asks something: soon it is needed.
  const lookForStars = () => isThere('.stars') && bring('forms')
  lookForStars()
  document.addEventListener('htmx:after:swap', lookForStars)
  document.addEventListener('toggle', () => bring('forms'), { capture: true, once: true })

  // Who reads further up is held where they are, and is brought what is earlier.
  const scroll = document.getElementById('scroll')
  scroll?.addEventListener('scroll', () => bring('reading'), { once: true, passive: true })
  if (isThere('#scroll .earlier a')) bring('reading', () => bring('history'))

  // Who looks elsewhere hears of a reply, and is told on the screen.
  document.addEventListener('bellhop:reply', () => {
    if (document.hidden || !document.hasFocus()) bring('sound', () => bellhop.ring())
  })
  const rings = document.getElementById('sound')
  if (rings) {
    rings.setAttribute('aria-pressed', String(bellhop.inBrowser.get('sound') !== 'off'))
    rings.addEventListener('click', () => 'sound' in bellhop || bring('sound', () => rings.click()))
    // A browser lets nothing be heard before the first gesture.
    document.addEventListener('pointerdown', () => bring('sound'), { once: true })
    document.addEventListener('keydown', () => bring('sound'), { once: true })
  }
  document.addEventListener('visibilitychange', () => tell && bring('alert'), { once: true })
  const tell = document.getElementById('tell')
  if (tell) {
    tell.hidden = !globalThis.Notification
    const isOn = bellhop.inBrowser.get('tell') === 'on'
    tell.setAttribute(
      'aria-pressed',
      String(isOn && globalThis.Notification?.permission === 'granted'),
    )
    tell.addEventListener('click', () => 'show' in bellhop || bring('alert', () => tell.click()))
  }

  document.addEventListener('bellhop:changed', ({ detail }) => {
    if (!bellhop.changed) bring('changed', () => bellhop.changed(detail))
  })
  if (isThere('form[data-shown-at]')) bring('shown')
  if (isThere('[data-asks]')) bring('asked')
  const isKept = (key) => /^(?:outbox:|left:|begun:|leads:|gone:|first-seen$)/.test(key)
  if (bellhop.inBrowser.keys().some(isKept)) bring('forget')
})()
