/**
 * A panel of choices above a field, in which somebody goes on writing (ARIA: a list box that the field
 * controls): it follows what is typed after a sign, is walked through by keys, and writes what is chosen
 * where the cursor is, as if it had been typed: it can be undone.
 */
globalThis.bellhop.Typeahead ??= class {
  area = null
  #of
  /** What is replaced by what is chosen: from here to the cursor. */
  #from = 0
  #asked = 0
  /** While it is looked up what was typed last. */
  #looking = null
  #isWriting = false
  #shown

  /**
   * `id` is that of the panel; its list and what is said of it are `<id>-list` and `<id>-status`. It is put before
   * `place()`, asked for at `address()`, by the words that `typedIn` finds in a field which `isFor` takes.
   * `choose` is told of what is looked at, `use` of what is taken, `open` of a new panel, `show` of one that is
   * there, `leave` of Escape; `keepsNone`: a panel without a choice says so itself, another one closes;
   * `waits`: Enter takes what is found for all that was typed before; `staysInField`: Tab leads on.
   */
  constructor(of) {
    this.#of = of
    this.#shown = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': `${of.id}-list`,
    }
    document.addEventListener('keydown', (event) => this.#onKey(event), true)
    document.addEventListener('input', ({ target, isComposing }) => {
      if (!isComposing && of.isFor(target)) this.look(target)
    })
    // Browsers differ in whether the end of a composition is an input too.
    document.addEventListener(
      'compositionend',
      ({ target }) => of.isFor(target) && this.look(target),
    )
    const optionAt = ({ target }) => target.closest?.(`#${of.id} [role=option]`)
    // The cursor stays where one writes.
    document.addEventListener('mousedown', (event) => optionAt(event) && event.preventDefault())
    document.addEventListener('click', (event) => {
      const option = optionAt(event)
      if (!option) return
      this.#choose(option)
      of.use(option)
    })
    // Another conversation is open: what was asked for was asked for there.
    document.addEventListener('bellhop:opened', () => this.panel && this.close())
  }

  get panel() {
    return document.getElementById(this.#of.id)
  }
  get chosen() {
    return this.panel?.querySelector('[aria-selected="true"]')
  }
  get #options() {
    return [...(this.panel?.querySelectorAll('[role=option]') ?? [])]
  }
  #say(text) {
    document.getElementById(`${this.#of.id}-status`)?.replaceChildren(text)
  }

  /** Follows what is typed in a field. */
  look(area) {
    const typed = this.#isWriting ? null : this.#of.typedIn(area)
    this.area = area
    // What is looked up yet was for words that stand there no more.
    if (!typed) return (this.panel || this.#looking) && this.close()
    this.#from = typed.from
    return this.#open(typed.q)
  }
  /** Opens it where the cursor is, without a sign; once more closes it. */
  toggle(area) {
    this.area = area
    if (this.panel) return this.close()
    this.#from = area.selectionStart
    area.focus()
    return this.#open('')
  }
  /** Takes what is looked at, if there is something. */
  take() {
    if (this.chosen) this.#of.use(this.chosen)
  }
  /** Only what is a combo box may be said to be open. */
  #expand(isOpen) {
    if (this.area?.role === 'combobox') this.area.ariaExpanded = isOpen
  }
  close() {
    this.#asked += 1
    this.#looking = null
    this.#expand('false')
    this.panel?.remove()
    this.#say('')
    for (const name of [...Object.keys(this.#shown), 'aria-activedescendant'])
      this.area?.removeAttribute(name)
  }

  #open(q) {
    const looking = this.#look(q).finally(() => {
      if (this.#looking === looking) this.#looking = null
    })
    this.#looking = looking
    return looking
  }
  async #look(q) {
    const nth = ++this.#asked
    const fresh = await this.#fetched(q)
    if (nth !== this.#asked) return
    if (!fresh) return this.close()
    this.#of.open?.(fresh, q)
    if (this.#of.keepsNone || fresh.querySelector('[role=option]')) this.#show(fresh)
    else this.close()
    this.#say(fresh.dataset.found)
  }
  async #fetched(q) {
    const { id, address } = this.#of
    const url = new URL(address(), location.href)
    url.searchParams.set('q', q)
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(url, { headers }).catch(() => null)
    const html = answer?.ok ? await answer.text() : ''
    return new DOMParser().parseFromString(html, 'text/html').getElementById(id)
  }
  #show(fresh) {
    if (this.panel) this.panel.replaceWith(fresh)
    else this.#of.place().before(fresh)
    for (const [name, value] of Object.entries(this.#shown)) this.area.setAttribute(name, value)
    this.#expand('true')
    this.#of.show?.(fresh)
    this.#choose(this.#options[0])
  }
  #choose(option) {
    if (!option) return this.area.removeAttribute('aria-activedescendant')
    for (const one of this.#options) one.ariaSelected = String(one === option)
    this.#of.choose?.(option)
    option.scrollIntoView({ block: 'nearest' })
    return this.area.setAttribute('aria-activedescendant', option.id)
  }

  /**
   * Writes what `textFor` makes of what stands behind it, in the place of what was typed. Answers where it
   * begins.
   */
  write(textFor) {
    const { area } = this
    const from = this.#from
    const upTo = Math.max(from, area.selectionEnd)
    this.close()
    area.focus()
    area.setSelectionRange(from, upTo)
    const text = textFor(area.value.slice(upTo))
    this.#isWriting = true
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, upTo, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
    this.#isWriting = false
    return from
  }

  #step(by) {
    const all = this.#options
    const at = all.indexOf(this.chosen) + by
    this.#choose(all[(at + all.length) % all.length])
  }
  #keys = {
    ArrowDown: () => this.#step(1),
    ArrowUp: () => this.#step(-1),
    Enter: () => this.#of.use(this.chosen),
    Tab: () => this.#of.use(this.chosen),
    Escape: () => {
      this.#of.leave?.(this.area)
      this.close()
    },
  }
  #onKey(event) {
    if (this.#of.waits && this.#looking && event.key === 'Enter' && event.target === this.area) {
      event.preventDefault()
      event.stopPropagation()
      return this.#looking.then(() => this.take())
    }
    if (!this.panel || event.isComposing || event.keyCode === 229) return
    if (event.target !== this.area || !this.#keys[event.key] || event.shiftKey) return
    if (event.key === 'Tab' && this.#of.staysInField) return
    const isNone = event.key !== 'Escape' && !this.chosen
    if (isNone && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    // Nothing is called so: what was to be a name is not sent by the same press.
    if (isNone) this.close()
    else this.#keys[event.key]()
  }
}
