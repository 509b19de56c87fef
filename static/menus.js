/** Menus shut as popovers do: by a press elsewhere, or by Escape, which leads back to what opens them. */
;(() => {
  const open = () => document.querySelectorAll('details[name$="-menu"][open]')
  /** What stands elsewhere on the page and goes with its form is its own: the boxes of a list. */
  const isOf = (menu, target) => {
    const field = target.closest('label')?.control ?? target
    return menu.contains(target) || menu.contains(field.form)
  }
  document.addEventListener('click', ({ target }) => {
    for (const menu of open()) if (target.isConnected && !isOf(menu, target)) menu.open = false
  })
  document.addEventListener('keydown', ({ key, isComposing, defaultPrevented }) => {
    if (key !== 'Escape' || isComposing || defaultPrevented) return
    for (const menu of open()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus()
      menu.open = false
    }
  })
})()
