/**
 * Whether the composer writes a note, which only colleagues see. Its switch says so, and the page
 * remembers it in this tab like the draft itself: what was begun as a note comes back as one,
 * whoever has the conversation then.
 */
;(() => {
  const form = () => document.querySelector('form[data-outbox]')
  const toggleOf = (form) => form?.querySelector('.note-switch input')
  const { principal } = document.getElementById('live')?.dataset ?? {}
  const key = (form) => `note:${principal}:${form.dataset.outbox}`

  const remember = (form, isNote) => {
    if (isNote) sessionStorage.setItem(key(form), '1')
    else sessionStorage.removeItem(key(form))
  }

  const set = (form, isNote) => {
    const area = form.elements.text
    toggleOf(form).checked = isNote
    form.toggleAttribute('data-note', isNote)
    area.dataset.reply ??= area.placeholder
    area.placeholder = isNote ? area.dataset.note : area.dataset.reply
    area.ariaLabel = area.placeholder
    remember(form, isNote)
  }

  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('.note-switch input')) return
    set(target.form, target.checked)
    target.form.elements.text.focus()
  })

  // Where only notes may be written, one that is not finished is remembered as a note.
  document.addEventListener('input', ({ target }) => {
    if (target.closest?.('#note-composer')) remember(target.form, target.value !== '')
  })

  // The desk did not take it: what was for colleagues comes back as that, and so does what was not.
  document.addEventListener('bellhop:returned', ({ target, detail }) => {
    if (toggleOf(target.form)) set(target.form, detail.isNote)
  })

  const restore = () => {
    const now = form()
    const toggle = toggleOf(now)
    if (!toggle || now.hasAttribute('data-note')) return
    if (toggle.checked || sessionStorage.getItem(key(now))) set(now, true)
  }
  document.addEventListener('htmx:after:swap', restore)
  restore()
})()
