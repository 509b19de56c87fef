/**
 * What somebody has begun to write in a form is kept in this tab until it is sent: over a reload,
 * and when the page is shown in other words or colours. It is theirs alone: the form says whose.
 */
;(() => {
  const START = 'draft:start-'
  const keyOf = (field) => `draft:${field.form.dataset.kept}:${field.name}`
  const isKept = (field) =>
    field.form?.matches('[data-kept]') && field.name && field.type !== 'hidden'

  document.addEventListener('input', ({ target }) => {
    if (!isKept(target)) return
    if (target.value) bellhop.inTab.set(keyOf(target), target.value)
    else bellhop.inTab.remove(keyOf(target))
  })

  const restore = (field) => {
    const written = bellhop.inTab.get(keyOf(field))
    // What the desk has put there comes from a later time.
    if (written === null || (field.value !== '' && field.type !== 'select-one')) return
    const before = field.value
    field.value = written
    if (field.value === '') field.value = before // An option that is no longer there.
  }
  for (const form of document.querySelectorAll('form[data-kept]'))
    for (const field of form.elements) if (isKept(field)) restore(field)

  // Who talks has begun.
  if (document.getElementById('transcript'))
    for (const key of bellhop.inTab.keys()) if (key.startsWith(START)) bellhop.inTab.remove(key)
})()
