/** Tells the desk which page of the site somebody has before them, so that an agent can see it. */
;(() => {
  const path = document.getElementById('live')?.dataset.trail
  if (!path) return
  const tell = () => {
    if (document.prerendering) return
    const page = { url: location.href, title: document.title, referrer: document.referrer }
    globalThis.bellhop.whereabouts.post(path, page)
  }
  tell()
  document.addEventListener('prerenderingchange', tell)
  addEventListener('pageshow', ({ persisted }) => persisted && tell())
})()
