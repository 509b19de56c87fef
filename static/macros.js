/** What an act of a macro is done with is asked by a field of its kind: it changes with the act. */
;(() => {
  const fieldIn = (part) => (part.matches('[name]') ? part : part.querySelector('[name]'))

  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('.macro-act select[name^="act."]')) return
    const before = target.closest('.macro-act').querySelector('[data-act-value]')
    const shape = document.querySelector(`template[data-act="${CSS.escape(target.value)}"]`)
    if (!before || !shape) return
    const next = shape.content.firstElementChild.cloneNode(true)
    const [had, has] = [fieldIn(before), fieldIn(next)]
    has.name = had.name
    has.ariaLabel = target.labels[0]?.textContent.trim() ?? ''
    // Words stay as they are; of a choice and of what is nothing's there is nothing to keep.
    if (had.localName === has.localName) has.value = had.value
    before.replaceWith(next)
  })
})()
