/**
 * A `/` at the start of a word of a reply, or the button above it, brings what was prepared. What that
 * needs is loaded when it is wanted first.
 */
;(() => {
  const { load } = globalThis.bellhop
  // Chinese has no spaces between its words: one may begin after any of its characters.
  const START = /(?:^|[\s(（“「，。！？；：、\p{Script=Han}])\/([^\s/]{0,40})$/u

  /** Where the code that is being typed begins, and what there is of it; null for none. */
  const typedIn = (area) => {
    if (area.selectionStart !== area.selectionEnd) return null
    const found = START.exec(area.value.slice(0, area.selectionStart))
    return found && { from: area.selectionStart - found[1].length - 1, q: found[1] }
  }

  const place = () => document.getElementById('canned-place')
  const isReply = (area) => area?.matches?.('#composer:not([data-inside]) textarea')
  globalThis.bellhop.canned = { typedIn, place, isReply }

  document.addEventListener('input', ({ target, isComposing }) => {
    const { canned } = bellhop
    if (isComposing || canned.look || !isReply(target) || !place() || !typedIn(target)) return
    load('canned').then(
      () => canned.look(target),
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
    load('canned').then(
      () => area && bellhop.canned.toggle(area),
      () => location.assign(link.href),
    )
  })
})()
