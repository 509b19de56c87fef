/**
 * Opens another conversation in place: the lists and the connection stay, and only what is about the
 * conversation is brought. The address always says what is open, so that a reload, Back and a link lead
 * there too. Whatever cannot be opened so is gone to as any other page.
 */
;(() => {
  const { page } = globalThis.bellhop ?? {}
  const live = document.getElementById('live')
  const frame = document.querySelector('.room .scroll-frame')
  if (!page?.isSocket() || !frame) return
  /** How long the desk may take to bring it before it is gone to like any other page. */
  const ANSWER_MS = 10_000
  const ROOM = /^\/workbench\/conversations\/[\w-]+$/
  const title = document.title
  let asked = 0

  /** What is new in the window on the transcript; the transcript itself stays the element it was. */
  const refill = (fresh) => {
    const transcript = frame.querySelector('#transcript')
    const filled = fresh.querySelector('#transcript')
    bellhop.hush(transcript)
    transcript.replaceChildren(...filled.childNodes)
    filled.replaceWith(transcript)
    frame
      .querySelector('.scroll-in')
      .replaceChildren(...fresh.querySelector('.scroll-in').childNodes)
    frame.querySelector('#newest').hidden = true
  }

  const show = (doc) => {
    // Whoever parses a page runs no script of it, so what is for that is in it: a frame that reads along.
    for (const plain of doc.querySelectorAll('noscript')) plain.remove()
    const room = doc.querySelector('.room')
    const fresh = room.querySelector('.scroll-frame')
    refill(fresh)
    fresh.replaceWith(frame)
    document.getElementById('facts')?.remove()
    const facts = doc.getElementById('facts')
    document.querySelector('.room').replaceWith(room, ...(facts ? [facts] : []))
    document.querySelector('.workbench').dataset.screen =
      doc.querySelector('.workbench').dataset.screen
    document.getElementById('problem')?.replaceChildren()
    document.title = doc.title || title
    for (const { name, value } of doc.getElementById('live').attributes)
      if (live.hasAttribute(name)) live.setAttribute(name, value)
    frame.querySelector('#scroll').scrollTo(0, 0)
    htmx.process(room)
  }

  const mark = ({ pathname }) => {
    for (const link of document.querySelectorAll('.inbox li > a'))
      if (link.pathname === pathname) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
  }

  const tellCut = () => {
    const says = document.getElementById('connection')?.dataset.unreachable ?? ''
    document.getElementById('problem')?.replaceChildren(says)
  }

  const open = async (url, { isBack }) => {
    const nth = ++asked
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch(url, { headers, signal }).catch(() => null)
    const html = await answer?.text().catch(() => '')
    if (nth !== asked) return
    // Without the desk there is nothing to go to: what is here stays, and says why.
    if (!answer && !isBack) return tellCut()
    const doc =
      answer?.ok && !answer.redirected && new DOMParser().parseFromString(html, 'text/html')
    if (!doc?.querySelector?.('.room .scroll-frame') || !doc.getElementById('live'))
      return isBack ? location.reload() : location.assign(url)
    if (!isBack) history.pushState({ htmx: true }, '', url)
    show(doc)
    mark(url)
    // First the connection: what is seen now is not told about the one before.
    page.open(Number(live.dataset.after) || 0)
    document.dispatchEvent(new Event('bellhop:opened'))
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.workbench a[href]')
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain || event.altKey || event.defaultPrevented || page.isStopped()) return
    // What people write may lead to an address like ours elsewhere: that is theirs, in a tab of its own.
    if (link.origin !== location.origin || link.target) return
    if (navigator.onLine === false) {
      event.preventDefault()
      return tellCut()
    }
    if (!ROOM.test(link.pathname) || new URLSearchParams(link.search).has('before')) return
    event.preventDefault()
    open(new URL(link.href), { isBack: false })
  })

  // htmx would fetch the whole page for the way back.
  document.addEventListener('htmx:before:history:restore', (event) => {
    event.preventDefault()
    open(new URL(location.href), { isBack: true })
  })
})()
