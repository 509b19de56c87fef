/**
 * The panel of canned replies above the composer: it follows what is typed after the `/`, is walked
 * through by keys, asks what a reply has to ask, and writes the words where the cursor is, as if they
 * had been typed: they can be undone.
 */
;(() => {
  const { canned } = globalThis.bellhop
  const GAP = /\{\{\s*(?:[?？][^{}\n]*|[\p{L}_][\p{L}\p{M}\p{N}_.\- ]*(?:\|[^{}\n]*)?)\}\}/u
  let area = null
  /** What is replaced by the words: from here to the cursor. */
  let from = 0
  let asked = 0
  /** Said when a place is open; the desk would say it too. */
  let gapLeft = ''
  let isWriting = false

  const panel = () => document.getElementById('canned')
  const options = () => [...(panel()?.querySelectorAll('[data-canned]') ?? [])]
  const chosen = () => panel()?.querySelector('[aria-selected="true"]')
  const previewOf = (option) =>
    panel()?.querySelector(`[data-of="${CSS.escape(option.dataset.canned)}"]`)
  const say = (text) => document.getElementById('canned-status')?.replaceChildren(text)

  const shown = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': 'canned-list',
  }
  const close = () => {
    asked += 1
    panel()?.remove()
    say('')
    for (const name of [...Object.keys(shown), 'aria-activedescendant']) area?.removeAttribute(name)
  }

  const choose = (option) => {
    if (!option) return area.removeAttribute('aria-activedescendant')
    for (const one of options()) {
      one.ariaSelected = String(one === option)
      previewOf(one).hidden = one !== option
    }
    option.scrollIntoView({ block: 'nearest' })
    area.setAttribute('aria-activedescendant', option.id)
  }

  const open = async (q) => {
    const nth = ++asked
    const url = new URL(canned.place().querySelector('a').href)
    url.searchParams.set('q', q)
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(url, { headers }).catch(() => null)
    const html = answer?.ok ? await answer.text() : ''
    if (nth !== asked) return
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('canned')
    if (!fresh) return close()
    if (panel()) panel().replaceWith(fresh)
    else canned.place().before(fresh)
    gapLeft = fresh.dataset.gap
    for (const [name, value] of Object.entries(shown)) area.setAttribute(name, value)
    choose(options()[0])
    say(fresh.dataset.found)
  }

  canned.look = (target) => {
    const typed = isWriting ? null : canned.typedIn(target)
    area = target
    if (!typed) return panel() && close()
    from = typed.from
    return open(typed.q)
  }
  canned.toggle = (target) => {
    if (!target) return
    area = target
    if (panel()) return close()
    from = area.selectionStart
    area.focus()
    open('')
  }

  /** Writes the words as if they were typed, in the place of what called for them. */
  const write = (text) => {
    const upTo = Math.max(from, area.selectionEnd)
    close()
    area.focus()
    area.setSelectionRange(from, upTo)
    isWriting = true
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, upTo, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
    isWriting = false
    showGap(from)
  }

  /** What is still open is chosen, so that what is typed next stands in its place. */
  const showGap = (after = 0) => {
    const gap = GAP.exec(area.value.slice(after))
    if (gap) area.setSelectionRange(after + gap.index, after + gap.index + gap[0].length)
    return gap !== null
  }

  const insert = (option) => {
    const { cannedUses } = canned.place().dataset
    const url = cannedUses.replace(':id', option.dataset.canned)
    // That it was used is counted; whether it is makes no difference to the words.
    fetch(url, { method: 'POST', headers: { 'HX-Request': 'true' } }).catch(() => {})
    write(previewOf(option).querySelector('.canned-text').textContent)
  }
  /** First what it has to ask, then the words. */
  const use = (option) => {
    choose(option)
    const question = previewOf(option).querySelector('input')
    if (question) question.focus()
    else insert(option)
  }

  const step = (by) => {
    const all = options()
    const at = all.indexOf(chosen()) + by
    choose(all[(at + all.length) % all.length])
  }
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => use(chosen()),
    Tab: () => use(chosen()),
    Escape: close,
  }
  const onQuestion = (event) => {
    const { target, key } = event
    if (key === 'Escape') {
      area.focus()
      return close()
    }
    if (key !== 'Enter') return undefined
    event.preventDefault()
    const all = [...target.closest('[data-of]').querySelectorAll('input')]
    const next = all[all.indexOf(target) + 1]
    return next ? next.focus() : insert(chosen())
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (!panel() || event.isComposing || event.keyCode === 229) return
      if (event.target.closest?.('#canned input')) {
        event.stopPropagation()
        onQuestion(event)
      } else if (event.target === area && keys[event.key] && !event.shiftKey) {
        const isNone = event.key !== 'Escape' && !chosen()
        if (isNone && event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        // Nothing is called so: what was to be a code is not sent by the same press.
        if (isNone) close()
        else keys[event.key]()
      }
    },
    true,
  )

  document.addEventListener('input', ({ target, isComposing }) => {
    if (target.matches?.('#canned input')) {
      for (const gap of target.closest('[data-of]').querySelectorAll('.gap')) {
        if (gap.dataset.question !== target.dataset.question) continue
        gap.dataset.raw ??= gap.textContent
        gap.textContent = target.value.trim() || (gap.dataset.instead ?? gap.dataset.raw)
      }
    } else if (!isComposing && target.matches?.('#composer:not([data-inside]) textarea'))
      canned.look(target)
  })
  // The cursor stays where one writes.
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('#canned [data-canned]')) event.preventDefault()
  })
  document.addEventListener('click', ({ target }) => {
    const option = target.closest?.('#canned [data-canned]')
    if (option) use(option)
  })
  // Another conversation is open: what was asked for was asked for there.
  document.addEventListener('bellhop:opened', () => panel() && close())

  // What is still open does not go; the desk would send it back.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!form.matches?.('#composer[data-outbox]:not([data-inside])')) return
      area = form.elements.text
      if (panel()) close()
      if (!gapLeft || !GAP.test(area.value)) return
      event.preventDefault()
      event.stopPropagation()
      area.focus()
      showGap()
      form.querySelector('.form-problem')?.replaceChildren(gapLeft)
    },
    true,
  )
})()
