/** What an act of a macro is done with is asked by a field of its kind: it changes with the act. */
;(() => {
  const fieldIn = (part) => (part.matches('[name]') ? part : part.querySelector('[name]'))
  const make = (name, more) => Object.assign(document.createElement(name), more)

  /** As the act itself is chosen, with what there is for it. */
  const chooser = (like, choices) => {
    const shape = like.closest('.select').cloneNode(true)
    const select = shape.querySelector('select')
    for (const name of select.getAttributeNames()) select.removeAttribute(name)
    select.replaceChildren(...choices.map(([value, text]) => make('option', { value, text })))
    return shape
  }

  const fieldFor = (act) => {
    const { choices } = act.closest('[data-choices]').dataset
    const own = JSON.parse(choices)[act.value]
    if (own) return chooser(act, own)
    if (act.value === 'end') return make('input', { type: 'hidden' })
    // What has a field of its own is one line.
    if (act.value.includes('.')) return make('input', { type: 'text', autocomplete: 'off' })
    return make('textarea', { rows: 1 })
  }

  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('.macro-act select[name^="act."]')) return
    const before = target.closest('.macro-act').querySelector('[data-act-value]')
    const next = fieldFor(target)
    const [had, has] = [fieldIn(before), next.matches('.select') ? next.firstElementChild : next]
    has.name = had.name
    has.ariaLabel = had.ariaLabel || before.dataset.actValue
    has.dir = 'auto'
    // Words stay as they are; of a choice there is nothing to keep.
    if (had.localName === 'textarea' && has.localName === 'textarea') has.value = had.value
    next.dataset.actValue = before.dataset.actValue
    before.replaceWith(next)
  })
})()
