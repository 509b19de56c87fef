/**
 * What can be done with an entry, where it was asked for. Brought when it is used for the first time: a
 * page that nobody does this on never loads it. What may be done is for the desk to say, each time;
 * what it sends is the card of the entry's own page, and its forms are sent as any other of the page.
 */
;(() => {
  let card = null
  let opener = null

  const entryOf = (id) => document.getElementById(`e-${id}`)
  const composer = () => document.querySelector('form[data-outbox]')
  const problemSlot = () =>
    document.getElementById('problem') ?? document.querySelector('#composer .form-problem')
  const says = () => document.getElementById('connection')?.dataset.unreachable ?? ''

  const place = () => bellhop.place(card, opener)

  const close = () => {
    card?.remove()
    card = null
    const link = opener?.isConnected
      ? opener
      : entryOf(opener?.dataset.of)?.querySelector('.entry-more')
    link?.focus({ preventScroll: true })
  }

  const open = async (link) => {
    if (card) close()
    opener = link
    link.dataset.of = link.closest('.entry').id.slice(2)
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(link.href, { headers }).catch(() => null)
    const html = answer?.status < 500 ? await answer.text() : ''
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.entry-card')
    // The desk says something else, which its page tells; without the desk this one stays.
    if (!fresh && html) return location.assign(link.href)
    if (!fresh) return problemSlot()?.replaceChildren(says())
    card = fresh
    card.id = 'entry-menu'
    card.classList.add('menu')
    card.setAttribute('role', 'dialog')
    card.ariaLabel = link.ariaLabel
    card.popover = 'auto'
    document.body.append(card)
    card.showPopover()
    place()
    card.querySelector('button, summary')?.focus({ preventScroll: true })
    const own = card
    card.addEventListener('toggle', ({ newState }) => {
      if (newState === 'closed' && own === card && own.popover === 'auto') close()
    })
  }

  /** The message itself, without what is drawn around it. */
  const textOf = (id) => entryOf(id)?.querySelector('.body')?.innerText ?? ''

  /** What the message that is being written answers: its id, and the strip that says so. */
  let answered = null
  const reply = () => {
    const form = composer()
    if (!form || !answered) return false
    unquote(form)
    const { id, shape } = answered
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: 'answers', value: id })
    form.prepend(field, shape.cloneNode(true))
    form.querySelector('.answering button').addEventListener('click', () => {
      unquote(form)
      form.elements.text.focus()
    })
    const isInside = 'inside' in (entryOf(id)?.dataset ?? {})
    const toggle = form.querySelector('.inside-switch input')
    if (isInside && toggle && !toggle.checked) toggle.click()
    form.elements.text.focus()
    return true
  }
  const unquote = (form) => {
    for (const each of form.querySelectorAll('.answering, [name=answers]')) each.remove()
  }
  // What was sent is answered; what the desk did not take answers it again.
  document.addEventListener('bellhop:sent', ({ target }) => unquote(target))
  document.addEventListener('bellhop:returned', ({ detail }) => {
    if (answered && detail.fields?.answers === answered.id) reply()
  })

  const acts = {
    reply: (menu) => {
      const { content } = menu.querySelector('.reply template')
      answered = { id: menu.dataset.entry, shape: content }
      close()
      if (!reply()) location.assign(opener.href)
    },
    copy: (menu, button) =>
      bellhop.copyText(textOf(menu.dataset.entry)).then(
        () => {
          button.textContent = menu.dataset.copied
          setTimeout(close, 600)
        },
        () => {},
      ),
    edit: (menu) => {
      // Else a press beside it would take what is written away.
      menu.popover = 'manual'
      menu.showPopover()
      menu.querySelector('.edit').open = true
      menu.dataset.edits = ''
      place()
      const area = menu.querySelector('.edit textarea')
      area.focus()
      area.setSelectionRange(area.value.length, area.value.length)
    },
    cancel: close,
  }

  document.addEventListener('click', (event) => {
    const pressed = card && event.target.closest?.('summary, .copy, .cancel')
    if (!pressed || !card.contains(pressed)) return
    event.preventDefault()
    const parent = pressed.parentElement
    if (pressed.matches('.copy')) acts.copy(card, pressed)
    else if (pressed.matches('.cancel')) acts.cancel()
    else if (parent.matches('.reply')) acts.reply(card)
    else acts.edit(card)
  })
  document.addEventListener('keydown', (event) => {
    if (!card) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
    const isSend = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (isSend && event.target.matches('.edit textarea')) {
      event.preventDefault()
      event.target.form.requestSubmit()
    }
  })
  // It is done: the forms of the page have closed it.
  document.addEventListener('htmx:after:swap', () => {
    if (card && !card.matches(':popover-open')) close()
  })

  /** Where it stands on this page; one that is further back is gone to. */
  const jump = (link) => {
    const entry = entryOf(link.closest('.entry').dataset.answers)
    if (!entry) return location.assign(link.href)
    entry.scrollIntoView({ block: 'center' })
    entry.tabIndex = -1
    entry.focus({ preventScroll: true })
  }

  globalThis.bellhop.pressed = (link) => (link.matches('.quote') ? jump(link) : open(link))
})()
