/**
 * The second press of a double click is meant for what the first one hit: what has come to stand
 * there since is not pressed with it, and nothing is sent twice.
 */
;(() => {
  let first = null
  const controlOf = (target) => target.closest?.('button, a, summary, label')
  document.addEventListener(
    'click',
    (event) => {
      const hit = controlOf(event.target)
      if (event.detail <= 1) first = hit
      else if (hit && (hit !== first || hit.matches('[type=submit]'))) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    true,
  )

  // Why the last thing did not go has been read.
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-clears-problem]'))
      document.getElementById('problem')?.replaceChildren()
  })
})()
