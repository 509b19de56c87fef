/**
 * What an agent writes and has not sent: it is kept by the desk when they pause or leave, sent later,
 * taken back while that can be done. That they write a note is told to colleagues alone.
 */
;(() => {
  const PAUSE_MS = 1500
  const TELL_MS = 3000
  const composer = () => document.querySelector('#composer[data-draft]')
  const post = (url, fields) =>
    fetch(url, {
      method: 'POST',
      headers: { 'HX-Request': 'true', Accept: 'text/html' },
      body: new URLSearchParams(fields),
      keepalive: true,
    }).catch(() => null)

  /** What is not kept yet, and where it is to be. */
  let unkept = null
  let timer = 0
  const mark = (form, isDrafted) => {
    const known = form.querySelector('[name=drafted]')
    if (isDrafted && !known) {
      const input = { type: 'hidden', name: 'drafted', value: '1' }
      form.append(Object.assign(document.createElement('input'), input))
    } else if (!isDrafted) known?.remove()
  }
  const keep = () => {
    clearTimeout(timer)
    if (!unkept) return
    const { form, url, fields } = unkept
    unkept = null
    mark(form, fields.text !== '')
    post(url, fields)
  }
  const begin = (form) => {
    const { text, written_by: by } = form.elements
    unkept = { form, url: form.dataset.draft, fields: { text: text.value, written_by: by.value } }
  }
  document.addEventListener('input', ({ target, isTrusted }) => {
    const form = target.closest?.('#composer[data-draft]:not([data-inside])')
    if (!form || target.name !== 'text') return
    // Whoever takes all of it away wants none; what was sent is done with by that.
    if (target.value === '' && !(isTrusted && form.querySelector('[name=drafted]'))) return
    begin(form)
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE_MS)
  })
  addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', () => document.hidden && keep())
  document.addEventListener('bellhop:opened', keep)

  const choice = (form) => form.querySelector('.stale-choice')
  const reset = (form) => {
    if (choice(form)) choice(form).hidden = true
    if (form.elements.send_at) form.elements.send_at.value = ''
    form.querySelector('.later')?.removeAttribute('open')
  }
  document.addEventListener('bellhop:sent', ({ target }) => {
    if (!target.matches('[data-draft]')) return
    clearTimeout(timer)
    unkept = null
    mark(target, false)
    reset(target)
  })
  document.addEventListener('bellhop:returned', ({ target, detail }) => {
    if (detail.reason === 'colleagueWrote' && choice(target.form))
      choice(target.form).hidden = false
  })

  const put = (form, text) => {
    form.elements.text.value = text
    form.elements.text.dispatchEvent(new Event('input', { bubbles: true }))
    form.elements.text.focus()
  }
  const dispose = (form, isDiscarded) => {
    if (isDiscarded) put(form, '')
    begin(form)
    keep()
    reset(form)
    form.querySelector('.form-problem')?.replaceChildren()
  }
  /** What goes back into the composer stands behind what is there. */
  const undo = async (undone) => {
    const text = undone.closest('li')?.querySelector('.scheduled-text')?.textContent ?? ''
    const answer = await post(undone.action, {})
    const html = answer ? await answer.text().catch(() => '') : ''
    const form = composer()
    if (answer?.ok && html.includes('<hx-')) {
      htmx.swap({ sourceElement: document.body, target: 'body', swap: 'none', text: html })
      if (form) put(form, [form.elements.text.value, text].filter(Boolean).join('\n\n'))
    } else if (form) {
      const said = new DOMParser().parseFromString(html, 'text/html').querySelector('[role=alert]')
      form.querySelector('.form-problem')?.replaceChildren(said?.textContent.trim() ?? '')
    }
  }
  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event
      const isKept =
        form.dataset.draft && submitter?.getAttribute('formaction') === form.dataset.draft
      if (!isKept && !form.matches('[data-undo]')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (isKept) dispose(form, submitter.name === 'discard')
      else undo(form)
    },
    true,
  )

  let toldAt = Number.NEGATIVE_INFINITY
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form[data-inside]')
    const now = performance.now()
    if (!form || target.value === '' || now - toldAt < TELL_MS) return
    toldAt = now
    const told = new CustomEvent('bellhop:tell', { detail: { type: 'noting' }, cancelable: true })
    if (document.dispatchEvent(told)) post(form.action.replace(/\w+$/, 'typing?inside'), {})
  })
})()
