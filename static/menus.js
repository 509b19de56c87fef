/** Menus shut as popovers do: by a press elsewhere, or by Escape, which leads back to what opens them. */
;(() => {
  const open = () => document.querySelectorAll('details[name$="-menu"][open]')
  document.addEventListener('click', ({ target }) => {
    for (const menu of open()) if (target.isConnected && !menu.contains(target)) menu.open = false
  })
  document.addEventListener('keydown', ({ key, isComposing, defaultPrevented }) => {
    if (key !== 'Escape' || isComposing || defaultPrevented) return
    for (const menu of open()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus()
      menu.open = false
    }
  })
})()
