/**
 * Answers for this page: that somebody's browser runs it, and whether it is looked at. A heartbeat
 * that has only been taken says nothing, for a machine that sleeps takes it too; so each is answered,
 * on the socket if the page has one, else as a request. `bellhop:heartbeat` says that one has come.
 */
;(() => {
  /** A glance at another tab is no news. */
  const GLANCE_MS = 3_000
  const { presence: path, answers, leaves } = document.getElementById('live')?.dataset ?? {}
  if (!path) return

  const { whereabouts } = globalThis.bellhop
  let told = ''
  /** Heartbeats that came since this page said something. */
  let heartbeats = 0

  const say = (page) => {
    // Drawn beforehand: nobody may ever look at it.
    if (document.prerendering) return
    told = page
    heartbeats = 0
    const frame = { type: 'present', page }
    const event = new CustomEvent('bellhop:tell', { detail: frame, cancelable: true })
    if (page === 'gone' || document.dispatchEvent(event)) whereabouts.say(path, page)
  }

  document.addEventListener('bellhop:heartbeat', () => {
    heartbeats++
    if (told === '' || told === 'gone' || heartbeats >= Number(answers)) say(whereabouts.now())
  })
  document.addEventListener('prerenderingchange', () => say(whereabouts.now()))
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) say('open')
    else setTimeout(() => document.hidden && told === 'open' && say('hidden'), GLANCE_MS)
  })
  // An agent who goes from page to page is there; a visitor who closes theirs is not.
  addEventListener('pagehide', () => {
    if (leaves !== undefined) say('gone')
  })
  addEventListener('pageshow', ({ persisted }) => persisted && say(whereabouts.now()))
})()
