/**
 * A preview follows what is written, a moment after the last key. Without this it is shown by its
 * button. What is previewed says what its preview opens at, if anything.
 */
;(() => {
  /** How long no key is pressed until it is shown, ms. */
  const REST_MS = 300
  let timer = 0
  document.addEventListener('input', ({ target }) => {
    const field = target.closest('[data-previews]')
    if (!field) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      const button = field.querySelector('[formtarget]')
      const url = new URL(button.formAction)
      for (const [name, value] of new FormData(target.form))
        if (name !== 'version') url.searchParams.set(name, value)
      if (button.name) url.searchParams.set(button.name, button.value)
      url.hash = field.dataset.previews
      // In the place of the one before: the way back leads out of the page, not through its previews.
      window.frames[button.formTarget].location.replace(url)
    }, REST_MS)
  })
})()
