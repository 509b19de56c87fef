/** A card is made beside the talk; what that needs is loaded when somebody wants to. */
;(() => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#canned-place a[href$="/cards"]')
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain) return
    event.preventDefault()
    const { makeCard } = globalThis.bellhop
    if (makeCard) return makeCard(link)
    globalThis.bellhop.load('card-sheet').then(
      () => globalThis.bellhop.makeCard(link),
      () => location.assign(link.href),
    )
  })
})()
