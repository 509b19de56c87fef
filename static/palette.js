/**
 * The search over the workbench, loaded by who opens it first. What was found is drawn by the desk;
 * here it is asked for while somebody types, and gone through by keys. The field keeps the cursor.
 */
;(() => {
  /** How long nothing is typed before the desk is asked, and how long it may take. */
  const PAUSE_MS = 120
  const ANSWER_MS = 10_000
  const link = document.getElementById('search')
  const style = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: link.dataset.style,
  })
  style.nonce = document.querySelector('script[nonce]').nonce
  const dialog = document.createElement('dialog')
  dialog.className = 'palette'
  dialog.setAttribute('aria-label', link.querySelector('.search-words').textContent)
  document.head.append(style)
  document.body.append(dialog)

  let asked = 0
  let timer
  const field = () => dialog.querySelector('input[name=q]')
  const finds = () => [...dialog.querySelectorAll('[data-find]')]
  const chosen = () => dialog.querySelector('[data-find][aria-selected=true]')

  const bring = async (url) => {
    const nth = ++asked
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch(url, { headers, signal }).catch(() => null)
    const html = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null
    // What was typed since asks for itself.
    if (nth !== asked) return null
    return html === null ? null : new DOMParser().parseFromString(html, 'text/html')
  }

  const choose = (find) => {
    chosen()?.setAttribute('aria-selected', 'false')
    find?.setAttribute('aria-selected', 'true')
    find?.scrollIntoView({ block: 'nearest' })
    if (find) field().setAttribute('aria-activedescendant', find.id)
    else field().removeAttribute('aria-activedescendant')
  }

  /** For who hears it: a list of options that the field goes through. */
  const label = () => {
    const lists = [...dialog.querySelectorAll('#found ul')]
    for (const [n, list] of lists.entries()) {
      list.id = `finds-${n}`
      list.setAttribute('role', 'listbox')
      list.setAttribute('aria-labelledby', list.closest('section').getAttribute('aria-labelledby'))
    }
    field().setAttribute('aria-controls', lists.map(({ id }) => id).join(' '))
    for (const item of dialog.querySelectorAll('#found li, #found form'))
      item.setAttribute('role', 'presentation')
    for (const [n, find] of finds().entries()) {
      Object.assign(find, { id: `find-${n}`, tabIndex: -1 })
      find.setAttribute('role', 'option')
      find.setAttribute('aria-selected', 'false')
    }
    choose(finds()[0])
  }

  const tell = () => {
    const says = dialog.querySelector('#search-problem')
    if (says) says.textContent = link.dataset.cut
  }

  const ask = async () => {
    const query = new URLSearchParams(new FormData(dialog.querySelector('form')))
    const doc = await bring(`${link.href}?${query}&typing`)
    const found = doc?.querySelector('#found')
    if (!found) return doc === null ? tell() : location.assign(`${link.href}?${query}`)
    dialog.querySelector('#found').replaceWith(found)
    label()
  }

  /** What was typed before there was a field to type it into. */
  const take = (words) => {
    const input = field()
    if (words === '') return
    input.value = words
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** `ahead`: what has been typed since it was called for. */
  const open = async (ahead) => {
    if (dialog.open) return field()?.select()
    dialog.showModal()
    if (field()) {
      field().select()
      ask()
      return
    }
    const doc = await bring(link.href)
    if (!dialog.open) return
    if (!doc?.querySelector('#found')) return location.assign(link.href)
    dialog.replaceChildren(...doc.body.childNodes)
    const input = field()
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-expanded', 'true')
    input.focus()
    label()
    take(ahead())
  }

  const walk = (by) => {
    const all = finds()
    if (all.length === 0) return
    const at = all.indexOf(chosen())
    choose(all[(at + by + all.length) % all.length])
  }

  dialog.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  })
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing || event.target !== field()) return
    // A search field would only empty itself first.
    if (event.key === 'Escape') {
      event.preventDefault()
      return dialog.close()
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) {
      event.preventDefault()
      walk(by)
    }
    const find = chosen()
    if (event.key !== 'Enter' || !find) return
    event.preventDefault()
    if (find.href && (event.ctrlKey || event.metaKey)) window.open(find.href, '_blank', 'noopener')
    else find.click()
  })
  dialog.addEventListener('click', (event) => {
    const operator = event.target.closest('[data-operator]')?.dataset.operator
    if (operator) {
      const input = field()
      input.value = `${input.value.trimEnd()} ${operator}:`.trimStart()
      input.focus()
      input.setSelectionRange(input.value.length, input.value.length)
    }
    // Beside the card, or to where something was found.
    if (event.target === dialog || event.target.closest('a')) dialog.close()
  })
  globalThis.bellhop.palette = open
})()
