/**
 * Earlier lines are put above those that are read, in place. They come when the link to them is
 * pressed, and by themselves to who scrolls up to it.
 */
;(() => {
  /** How near its top the transcript is when more is fetched, in heights of its window. */
  const NEAR_WINDOWS = 1.5
  /** How long the desk may take to bring them. */
  const ANSWER_MS = 10_000
  let loading = null
  /** A link whose lines did not come: it waits until it is pressed. */
  let failed = null

  const link = () => document.querySelector('#scroll .earlier a')
  const isNearTop = ({ scrollHeight, clientHeight, scrollTop }) =>
    // The transcript runs in reverse: 0 is the newest, above it is negative.
    scrollHeight - clientHeight + scrollTop < clientHeight * NEAR_WINDOWS

  const load = async (from) => {
    if (loading === from) return
    loading = from
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch(from.href, { headers, signal }).catch(() => null)
    const html = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null
    loading = null
    if (html === null) failed = from
    // The room may be another one by now.
    else if (from.isConnected) put(from, html)
    return answer
  }

  const put = (from, html) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const scroll = document.getElementById('scroll')
    const list = document.getElementById('transcript')
    const isShown = ({ id }) => document.getElementById(id) !== null
    const earlier = [...page.querySelectorAll('[data-seq]')].filter((entry) => !isShown(entry))
    bellhop.hush(list)
    list.prepend(...earlier)
    document.dispatchEvent(new Event('bellhop:earlier'))
    replaceLink(from, page.querySelector('.earlier'), scroll)
    if (scroll.scrollTop < -1 && isNearTop(scroll)) loadIfNear(scroll)
  }

  /** Who pressed it with a key goes on from where they are. */
  const replaceLink = (from, next, scroll) => {
    const hadFocus = document.activeElement === from
    const place = from.closest('.earlier')
    if (next) place.replaceWith(next)
    else place.remove()
    if (hadFocus) (link() ?? scroll).focus({ preventScroll: true })
  }

  const loadIfNear = (scroll) => {
    const next = link()
    if (next && next !== failed && isNearTop(scroll)) load(next)
  }

  document.addEventListener('click', async (event) => {
    const from = event.target.closest?.('#scroll .earlier a')
    if (!from || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    const answer = await load(from)
    // The desk says something else than lines: whoever asked shall read it.
    if (failed === from && answer) location.assign(from.href)
  })
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target.id === 'scroll') loadIfNear(target)
    },
    true,
  )
  // They may have begun to before this was there.
  const scroll = document.getElementById('scroll')
  if (scroll?.scrollTop < -1) loadIfNear(scroll)
})()
