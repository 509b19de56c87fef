/**
 * The picker of emoji, in the composer and where one reacts. Brought with the package's element when it
 * is opened for the first time. What it shows and says is a file for each language, which browsers keep.
 */
;(() => {
  /** The names are those of the files as they are now: `src/web/assets.ts` puts them in. */
  const SOURCES = { en: '/static/emoji-en.json', zh: '/static/emoji-zh.json' }
  const locale = document.documentElement.lang.slice(0, 2)
  const dataSource = SOURCES[locale] ?? SOURCES.en

  let bringing
  const bring = () => {
    bringing ??= Promise.all([data(), style()]).then(
      ([made]) => made,
      (problem) => {
        bringing = undefined
        throw problem
      },
    )
    return bringing
  }
  const data = async () => {
    const answer = await fetch(dataSource)
    if (!answer.ok) throw new Error(answer.status)
    const { words, emoji } = await answer.json()
    return { words, store: new bellhop.EmojiStore(emoji, { locale, dataSource }) }
  }
  const style = () =>
    new Promise((resolve, reject) => {
      const { nonce } = document.querySelector('script[nonce]')
      const link = document.createElement('link')
      const how = { rel: 'stylesheet', href: '/static/emoji.css', nonce }
      document.head.append(Object.assign(link, how, { onload: resolve, onerror: reject }))
    })

  /** Its own style, adopted: the policy lets no element of a page bring one. */
  const draw = ({ words, store }) => {
    const picker = new bellhop.EmojiPicker({ i18n: words, locale, dataSource, database: store })
    const own = picker.shadowRoot.querySelector('style')
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(own.textContent)
    own.remove()
    picker.shadowRoot.adoptedStyleSheets = [sheet]
    return picker
  }

  let panel = null
  let opener = null
  const close = () => {
    panel?.remove()
    panel = null
    opener?.setAttribute('aria-expanded', 'false')
  }
  const leave = () => {
    const back = opener
    close()
    if (back?.isConnected) back.focus({ preventScroll: true })
  }

  /** As if it had been typed: it can be undone, and whoever hears of writing hears of it. */
  const insert = (area, text) => {
    area.focus({ preventScroll: true })
    if (document.execCommand('insertText', false, text)) return
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  /** It is pressed as the others are, so that it goes the way they go. */
  const react = (form, value) => {
    form.querySelector('.picked')?.remove()
    const button = Object.assign(document.createElement('button'), {
      ...{ className: 'picked', name: 'emoji', value, hidden: true },
    })
    form.append(button)
    form.requestSubmit(button)
  }
  const pick = (unicode) => {
    const from = opener
    close()
    if (from.matches('.reaction')) return react(from.form, unicode)
    const form = from.isConnected ? from.form : document.querySelector('form[data-outbox]')
    if (form) insert(form.elements.text, unicode)
  }

  /** Through the rows and columns, in the direction of reading. */
  const walk = (event) => {
    const at = event.composedPath()[0]
    const menu = at.closest?.('.emoji-menu')
    if (!menu || !at.matches('button')) return
    const { direction } = getComputedStyle(menu)
    const columns = Number(getComputedStyle(panel.firstChild).getPropertyValue('--num-columns'))
    const ahead = direction === 'rtl' ? -1 : 1
    const by = {
      ...{ ArrowRight: ahead, ArrowLeft: -ahead },
      ...{ ArrowDown: columns, ArrowUp: -columns },
    }[event.key]
    const all = [...menu.children]
    const next = by && all[all.indexOf(at) + by]
    if (!by) return
    event.preventDefault()
    next?.focus()
  }

  const show = (link, made) => {
    opener = link
    panel = Object.assign(document.createElement('div'), { id: 'emoji-panel', role: 'dialog' })
    panel.ariaLabel = made.words.regionLabel
    panel.tabIndex = -1
    panel.popover = 'manual'
    panel.append(draw(made))
    // Within the card that a reaction is chosen on: else that would close for it.
    ;(link.closest('[popover]') ?? document.body).append(panel)
    panel.showPopover()
    bellhop.place(panel, link)
    link.setAttribute('aria-expanded', 'true')
    panel.addEventListener('emoji-click', ({ detail }) => pick(detail.unicode))
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.preventDefault()
        leave()
      }
      if (panel) walk(event)
      // What is typed here is nothing to the page.
      event.stopPropagation()
    })
    const fingers = matchMedia('(pointer: coarse)').matches
    const first = fingers ? panel : panel.firstChild.shadowRoot.getElementById('search')
    first.focus({ preventScroll: true })
  }

  /** Fails where what it needs cannot be had: the page says so then. */
  bellhop.openEmoji = async (link) => {
    if (panel?.isConnected && opener === link) return leave()
    close()
    const made = await bring()
    if (link.isConnected) show(link, made)
  }

  // By a press elsewhere, or when what opened it has gone.
  document.addEventListener('pointerdown', ({ target }) => {
    if (panel && !panel.contains(target) && !opener.contains(target)) close()
  })
  document.addEventListener('focusin', ({ target }) => {
    if (panel && !panel.contains(target) && !opener.contains(target)) close()
  })
  document.addEventListener('htmx:after:swap', () => {
    if (panel && !opener.isConnected) close()
  })
})()
