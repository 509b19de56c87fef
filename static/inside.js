/**
 * Whether the composer writes what only colleagues see. Its switch says so, and the page remembers
 * it in this tab like the draft itself: what was begun for colleagues comes back as that, whoever
 * has the conversation then.
 */
;(() => {
  const form = () => document.querySelector('form[data-outbox]')
  const toggleOf = (form) => form?.querySelector('.inside-switch input')
  const { principal } = document.getElementById('live')?.dataset ?? {}
  const key = (form) => `inside:${principal}:${form.dataset.outbox}`

  const remember = (form, isInside) => {
    if (isInside) bellhop.inTab.set(key(form), '1')
    else bellhop.inTab.remove(key(form))
  }

  const set = (form, isInside) => {
    const area = form.elements.text
    toggleOf(form).checked = isInside
    form.toggleAttribute('data-inside', isInside)
    area.dataset.reply ??= area.placeholder
    area.placeholder = isInside ? area.dataset.inside : area.dataset.reply
    area.ariaLabel = area.placeholder
    remember(form, isInside)
  }

  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('.inside-switch input')) return
    set(target.form, target.checked)
    target.form.elements.text.focus()
  })

  // Where one may write to colleagues only, what is not finished is remembered as for them.
  document.addEventListener('input', ({ target }) => {
    const { form } = target
    if (form?.matches('[data-inside]:not(#composer)')) remember(form, target.value !== '')
  })

  // The desk did not take it: what was for colleagues comes back as that, and so does what was not.
  document.addEventListener('bellhop:returned', ({ target, detail }) => {
    if (toggleOf(target.form)) set(target.form, detail.kind !== '')
  })

  const restore = () => {
    const now = form()
    const toggle = toggleOf(now)
    if (!toggle || now.hasAttribute('data-inside')) return
    if (toggle.checked || bellhop.inTab.get(key(now))) set(now, true)
  }
  for (const moment of ['htmx:after:swap', 'bellhop:opened'])
    document.addEventListener(moment, restore)
  restore()
})()
