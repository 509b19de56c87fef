/** Where tags are typed they are offered: what that needs is brought when the cursor comes there. */
;(() => {
  const { load } = globalThis.bellhop
  const isOne = (field) => field?.matches?.('[data-tag-choices]')

  document.addEventListener('focusin', ({ target }) => {
    if (!isOne(target)) return
    load('tags').then(
      () => globalThis.bellhop.tags.attach(target),
      () => {},
    )
  })
  // Pressed before it has come: what is chosen then goes, and nothing that is half a word.
  document.addEventListener('keydown', (event) => {
    const { target: field, key, isComposing } = event
    if (key !== 'Enter' || isComposing || !isOne(field) || !field.value || bellhop.tags) return
    event.preventDefault()
    load('tags').then(
      () => globalThis.bellhop.tags.take(field),
      () => field.form.requestSubmit(),
    )
  })
})()
