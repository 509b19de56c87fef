/**
 * Tags that a field offers below itself (ARIA: a combo box with a list): Enter takes the one that is marked.
 * A new one is among them, as that.
 */
;(() => {
  const { Typeahead, place } = globalThis.bellhop
  const isFor = (field) => field?.matches?.('[data-tag-choices]')
  const list = new Typeahead({
    ...{ id: 'tag-choices', isFor, waits: true, keepsNone: true, staysInField: true },
    place: () => document.getElementById('tag-choices-status'),
    address: () => list.area.dataset.tagChoices,
    typedIn: ({ value }) => (value.trim() ? { from: 0, q: value } : null),
    show: (panel) => place(panel, list.area),
    use: ({ dataset: { name } }) => {
      const { area } = list
      list.close()
      area.value = name
      if (area.hasAttribute('data-sends')) area.form.requestSubmit()
    },
  })

  const attach = (field) => {
    // The list of the browser's own would lie over this one.
    field.removeAttribute('list')
    field.setAttribute('role', 'combobox')
    field.ariaExpanded ??= 'false'
    if (field.value && document.activeElement === field) list.look(field)
  }
  globalThis.bellhop.tags = {
    attach,
    take: async (field) => {
      await list.look(field)
      list.take()
    },
  }

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || !isFor(event.target) || list.panel) return
    event.preventDefault()
    list.toggle(event.target)
  })
  document.addEventListener('focusout', ({ target }) => target === list.area && list.close())
  document.addEventListener('submit', () => list.panel && list.close(), true)
  document.addEventListener('scroll', () => list.panel && place(list.panel, list.area), true)
  addEventListener('resize', () => list.panel && place(list.panel, list.area))
})()
