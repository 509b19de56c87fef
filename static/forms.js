/** Forms of a live page but for the composer: they do not reload it, and stars need no button. */
;(() => {
  // A star that is pressed rates at once; keys that walk over the stars rate where they rest.
  let resting = 0
  document.addEventListener('click', ({ target, detail }) => {
    if (!target.matches?.('.stars input')) return
    clearTimeout(resting)
    resting = setTimeout(() => target.form?.requestSubmit(), detail > 0 ? 0 : 1500)
  })

  // One that was pressed before this had come was pressed.
  const pressed = document.querySelector('.stars input:checked')
  if (pressed && !pressed.defaultChecked) setTimeout(() => pressed.form.requestSubmit())

  // Other forms of a live page: the page stays, and only goes elsewhere if the desk says so.
  document.addEventListener('submit', async (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post' || !document.getElementById('live')) return
    if (
      form.matches(
        '.language-switch, .segments, [data-outbox], [data-kept], [data-plain], .me form',
      )
    )
      return
    event.preventDefault()
    sayWhatIsSeen(form)
    const pressedAt = location.pathname
    slotOf(form)?.replaceChildren()
    const fields = new FormData(form, event.submitter)
    const body = form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields)
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(event.submitter?.getAttribute('formaction') ?? form.action, {
      method: 'POST',
      headers,
      body,
    }).catch(() => null)
    // They have opened something else meanwhile: what was pressed before leads nowhere now.
    if (location.pathname !== pressedAt)
      return answer?.ok ? undefined : tellElsewhere(answer ? await answer.text() : unreachable())
    if (!answer || answer.status >= 500) return fail(form)
    const there = answer.redirected ? answer.url : answer.headers.get('HX-Location')
    if (answer.ok) closeAround(form)
    if (answer.ok && 'clears' in form.dataset) clear(form)
    if (answer.ok || !form.querySelector('.form-problem')) shutAround(form)
    if (there && new URL(there, location.href).pathname !== location.pathname) {
      location.assign(there)
      return
    }
    const html = answer.redirected || answer.status === 204 ? '' : await answer.text()
    if (answer.ok && html.includes('<hx-'))
      htmx.swap({ sourceElement: document.body, target: 'body', swap: 'none', text: html })
    if (!answer.ok) tellProblem(form, html)
  })

  /** What is written in it next is another thing, with an id of its own. */
  const clear = (form) => {
    form.reset()
    const { client_id: id } = form.elements
    if (id) id.value = `${id.value.slice(0, 40)}-${Date.now().toString(36)}`
  }

  /** What opens to a form, and the menu that this is in. */
  const shutAround = (form) => {
    for (let at = form.closest('details'); at; at = at.parentElement.closest('details'))
      at.open = false
  }

  /** The card that a form is in, and the menu that opened it. */
  const closeAround = (form) => {
    if (!form.closest('[popover]')) return
    for (const open of document.querySelectorAll(':popover-open'))
      if (open.matches(':popover-open')) open.hidePopover()
  }

  // What is pressed is pressed on what stands before them now.
  const sayWhatIsSeen = ({ elements: { seq } }) => {
    const newest = [...document.querySelectorAll('#transcript > [data-seq]')].at(-1)
    if (seq && newest) seq.value = String(Math.max(Number(seq.value), Number(newest.dataset.seq)))
  }

  bellhop.sayWhatIsSeen = sayWhatIsSeen

  const fail = (form) => tellProblem(form, unreachable())

  // A form that is a button only has no room for words: they stand where one writes, or above all.
  const slotOf = (form) =>
    form.querySelector('.form-problem') ??
    document.querySelector('#composer .form-problem') ??
    document.getElementById('problem')

  const unreachable = () => document.getElementById('connection')?.dataset.unreachable ?? ''

  const saysIn = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    return (page.querySelector('[role="alert"], .form-problem') ?? page.body).textContent.trim()
  }

  const tellElsewhere = (html) => document.getElementById('problem')?.replaceChildren(saysIn(html))

  const tellProblem = (form, html) => {
    // What was not taken does not look as if it had been: pressed stars go out.
    for (const star of form.querySelectorAll('.stars input')) star.checked = star.defaultChecked
    const slot = slotOf(form)
    slot?.replaceChildren(saysIn(html))
    // In a long form it may stand where nobody looks just now.
    slot?.scrollIntoView({ block: 'nearest' })
  }
})()
