/** What is there to be copied goes to the clipboard by a press, and it is said that it has. */
;(() => {
  const SAID_MS = 4000
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copies]')
    if (!button) return
    const field = document.getElementById(button.dataset.copies)
    const said = button.parentElement.querySelector('[data-says]')
    await globalThis.bellhop.copyText(field.value).then(
      () => {
        said.replaceChildren(said.dataset.says)
        setTimeout(() => said.replaceChildren(), SAID_MS)
      },
      // Marked, for the keys that copy.
      () => field.select(),
    )
  })
})()
