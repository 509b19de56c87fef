/** What answers an entry shows it as it is now, wherever that stands. */
;(() => {
  const changed = (html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    for (const { id, children } of body.querySelectorAll('.entry')) {
      const whole = [...children].find((part) => part.matches('.body, .gone'))
      const said = whole?.querySelector('.card-title') ?? whole
      for (const quote of document.querySelectorAll(
        `#transcript [data-answers="${CSS.escape(id.slice(2))}"] .quote-text`,
      ))
        quote.textContent = said?.textContent.slice(0, 160) ?? ''
    }
  }
  document.addEventListener('bellhop:changed', ({ detail }) => changed(detail))
  globalThis.bellhop.changed = changed
})()
