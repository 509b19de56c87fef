/**
 * A `/` at the start of a word of a reply, or the button above it, brings what was prepared. What that
 * needs is loaded when it is wanted first.
 */
;(() => {
  // Chinese has no spaces between its words: one may begin after any of its characters.
  const START = /(?:^|[\s(（“「，。！？；：、\p{Script=Han}])\/([^\s/]{0,40})$/u

  /** Where the code that is being typed begins, and what there is of it; null for none. */
  const typedIn = (area) => {
    if (area.selectionStart !== area.selectionEnd) return null
    const found = START.exec(area.value.slice(0, area.selectionStart))
    return found && { from: area.selectionStart - found[1].length - 1, q: found[1] }
  }

  const place = () => document.getElementById('canned-place')
  let loading = null
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.nonce = document.querySelector('script[nonce]').nonce
      script.src = place().dataset.cannedScript
      script.onload = resolve
      script.onerror = () => {
        loading = null
        script.remove()
        reject()
      }
      document.head.append(script)
    })
    return loading
  }
  globalThis.bellhop.canned = { typedIn, place }

  const isReply = (area) => area?.matches?.('#composer:not([data-inside]) textarea')
  document.addEventListener('input', ({ target, isComposing }) => {
    if (isComposing || loading || !isReply(target) || !place() || !typedIn(target)) return
    load().then(
      () => bellhop.canned.look(target),
      () => {},
    )
  })
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#canned-place a[href^="/workbench/canned"]')
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain) return
    event.preventDefault()
    const area = document.querySelector('#composer textarea')
    // Without the script the page of the same does.
    load().then(
      () => bellhop.canned.toggle(area),
      () => location.assign(link.href),
    )
  })
})()
