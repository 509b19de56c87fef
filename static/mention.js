/** Colleagues, who are called by name: the panel follows what is typed after the `@` of a note. */
;(() => {
  const { mention, Typeahead } = globalThis.bellhop
  /** Nobody has a name with this in it: what goes on from there is a text like any other. */
  let nobody = null
  const typedIn = (area) => {
    const typed = mention.typedIn(area)
    if (!typed) nobody = null
    return nobody !== null && typed.q.startsWith(nobody) ? null : typed
  }
  const list = new Typeahead({
    id: 'mention',
    place: mention.place,
    address: () => mention.place().dataset.colleagues,
    typedIn,
    isFor: mention.isInside,
    open: (fresh, q) => {
      nobody = fresh.querySelector('[role=option]') ? null : q
    },
    leave: (area) => {
      nobody = mention.typedIn(area)?.q ?? null
    },
    // A space after the name, so that one goes on with the text.
    use: ({ dataset }) => list.write((behind) => `${dataset.name}${/^\s/.test(behind) ? '' : ' '}`),
  })
  mention.look = (area) => list.look(area)

  document.addEventListener('click', ({ target }) => {
    if (list.panel && target !== list.area && !target.closest?.('#mention [role=option]'))
      list.close()
  })
  // It is no note any more, or it has gone.
  for (const moment of ['change', 'submit'])
    document.addEventListener(moment, () => list.panel && list.close(), true)
})()
