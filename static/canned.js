/**
 * What was prepared: the panel follows what is typed after the `/` of a reply, shows what a reply would
 * say and asks what it has to ask.
 */
;(() => {
  const { canned, Typeahead } = globalThis.bellhop
  const GAP = /\{\{\s*(?:[?？][^{}\n]*|[\p{L}_][\p{L}\p{M}\p{N}_.\- ]*(?:\|[^{}\n]*)?)\}\}/u
  /** Said when a place is open; the desk would say it too. */
  let gapLeft = ''

  const previews = () => [...list.panel.querySelectorAll('[data-of]')]
  const previewOf = ({ dataset }) => previews().find((one) => one.dataset.of === dataset.canned)

  /** What is still open is chosen, so that what is typed next stands in its place. */
  const showGap = (area, after = 0) => {
    const gap = GAP.exec(area.value.slice(after))
    if (gap) area.setSelectionRange(after + gap.index, after + gap.index + gap[0].length)
  }

  const insert = (option) => {
    const { cannedUses } = canned.place().dataset
    const url = cannedUses.replace(':id', option.dataset.canned)
    // That it was used is counted; whether it is makes no difference to the words.
    fetch(url, { method: 'POST', headers: { 'HX-Request': 'true' } }).catch(() => {})
    const text = previewOf(option).querySelector('.canned-text').textContent
    showGap(
      list.area,
      list.write(() => text),
    )
  }
  const list = new Typeahead({
    id: 'canned',
    keepsNone: true,
    place: canned.place,
    address: () => canned.place().querySelector('a').href,
    typedIn: canned.typedIn,
    isFor: canned.isReply,
    open: (fresh) => {
      gapLeft = fresh.dataset.gap
    },
    choose: (option) => {
      for (const one of previews()) one.hidden = one.dataset.of !== option.dataset.canned
    },
    // First what it has to ask, then the words.
    use: (option) => {
      const question = previewOf(option).querySelector('input')
      if (question) question.focus()
      else insert(option)
    },
  })
  canned.look = (area) => list.look(area)
  canned.toggle = (area) => list.toggle(area)

  const onQuestion = (event) => {
    const { target, key } = event
    if (key === 'Escape') {
      list.area.focus()
      return list.close()
    }
    if (key !== 'Enter') return undefined
    event.preventDefault()
    const all = [...target.closest('[data-of]').querySelectorAll('input')]
    const next = all[all.indexOf(target) + 1]
    return next ? next.focus() : insert(list.chosen)
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.keyCode === 229) return
      if (!event.target.closest?.('#canned input')) return
      event.stopPropagation()
      onQuestion(event)
    },
    true,
  )
  document.addEventListener('input', ({ target }) => {
    if (!target.matches?.('#canned input')) return
    for (const gap of target.closest('[data-of]').querySelectorAll('.gap')) {
      if (gap.dataset.question !== target.dataset.question) continue
      gap.dataset.raw ??= gap.textContent
      gap.textContent = target.value.trim() || (gap.dataset.instead ?? gap.dataset.raw)
    }
  })

  // What is still open does not go; the desk would send it back.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!form.matches?.('#composer[data-outbox]:not([data-inside])')) return
      const area = form.elements.text
      if (list.panel) list.close()
      if (!gapLeft || !GAP.test(area.value)) return
      event.preventDefault()
      event.stopPropagation()
      area.focus()
      showGap(area)
      form.querySelector('.form-problem')?.replaceChildren(gapLeft)
    },
    true,
  )
})()
