/**
 * The panel of colleagues above a note: it follows what is typed after the `@`, is walked through by
 * keys, and writes the name where the cursor is, as if it had been typed: it can be undone.
 */
;(() => {
  const { mention } = globalThis.bellhop
  let area = null
  /** What is replaced by the name: from here to the cursor. */
  let from = 0
  let asked = 0
  /** Nobody has a name with this in it: what goes on from there is a text like any other. */
  let nobody = null
  let isWriting = false

  const panel = () => document.getElementById('mention')
  const options = () => [...(panel()?.querySelectorAll('[role=option]') ?? [])]
  const chosen = () => panel()?.querySelector('[aria-selected="true"]')
  const say = (text) => document.getElementById('mention-status')?.replaceChildren(text)

  const shown = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': 'mention-list',
  }
  const close = () => {
    asked += 1
    panel()?.remove()
    for (const name of [...Object.keys(shown), 'aria-activedescendant']) area?.removeAttribute(name)
  }
  const choose = (option) => {
    for (const one of options()) one.ariaSelected = String(one === option)
    option.scrollIntoView({ block: 'nearest' })
    area.setAttribute('aria-activedescendant', option.id)
  }

  const open = async (q) => {
    const nth = ++asked
    const url = new URL(mention.place().dataset.colleagues, location.href)
    url.searchParams.set('q', q)
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(url, { headers }).catch(() => null)
    const html = answer?.ok ? await answer.text() : ''
    if (nth !== asked) return
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('mention')
    const isNobody = !fresh?.querySelector('[role=option]')
    nobody = fresh && isNobody ? q : null
    say(fresh?.dataset.found ?? '')
    if (isNobody) return close()
    if (panel()) panel().replaceWith(fresh)
    else mention.place().before(fresh)
    for (const [name, value] of Object.entries(shown)) area.setAttribute(name, value)
    choose(options()[0])
  }

  mention.look = (target) => {
    const typed = isWriting ? null : mention.typedIn(target)
    area = target
    if (!typed || (nobody !== null && typed.q.startsWith(nobody))) {
      if (!typed) nobody = null
      return panel() && close()
    }
    from = typed.from
    return open(typed.q)
  }

  /** Writes the name as if it were typed, and a space after it, so that one goes on with the text. */
  const use = (option) => {
    const { name } = option.dataset
    const upTo = Math.max(from, area.selectionEnd)
    close()
    say('')
    area.focus()
    area.setSelectionRange(from, upTo)
    const text = `${name}${/^\s/.test(area.value.slice(upTo)) ? '' : ' '}`
    isWriting = true
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, upTo, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
    isWriting = false
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
    Escape: () => {
      nobody = mention.typedIn(area)?.q ?? null
      close()
    },
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (!panel() || event.isComposing || event.keyCode === 229) return
      if (event.target !== area || !keys[event.key] || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      keys[event.key]()
    },
    true,
  )
  document.addEventListener('input', ({ target, isComposing }) => {
    if (!isComposing && mention.isInside(target)) mention.look(target)
  })
  // The cursor stays where one writes.
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('#mention [role=option]')) event.preventDefault()
  })
  document.addEventListener('click', ({ target }) => {
    const option = target.closest?.('#mention [role=option]')
    if (option) use(option)
    else if (panel() && target !== area) close()
  })
  // Another conversation is open, or it is no note any more.
  for (const moment of ['bellhop:opened', 'change', 'submit'])
    document.addEventListener(moment, () => panel() && close(), true)
})()
