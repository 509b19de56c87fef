/** A password is looked at by whoever types it, until it is sent. */
;(() => {
  const show = (button, isShown) => {
    document.getElementById(button.dataset.reveals).type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(isShown))
  }
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-reveals]')
    if (button) show(button, button.getAttribute('aria-pressed') !== 'true')
  })
  document.addEventListener('submit', ({ target }) => {
    for (const button of target.querySelectorAll('[data-reveals]')) show(button, false)
  })
})()
