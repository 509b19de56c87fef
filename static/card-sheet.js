/**
 * Where a card is made, beside the talk it is for. What it shows is the desk's own page of it; what is
 * typed stays until it is sent, or another conversation is opened.
 */
;(() => {
  let sheet = null

  const fetched = async (href) => {
    const headers = { 'HX-Request': 'true', Accept: 'text/html' }
    const answer = await fetch(href, { headers }).catch(() => null)
    const html = answer?.ok ? await answer.text() : ''
    return new DOMParser().parseFromString(html, 'text/html').querySelector('.card-making')
  }

  const place = () => {
    sheet = document.createElement('section')
    sheet.id = 'card-sheet'
    sheet.setAttribute('role', 'dialog')
    sheet.popover = 'auto'
    document.body.append(sheet)
    // Another kind of card: the page of that one, and what both have stays.
    sheet.addEventListener('click', async (event) => {
      const link = event.target.closest('.card-kinds a')
      if (link) {
        event.preventDefault()
        await fill(link.href)
      } else if (event.target.closest('.card-close')) sheet.hidePopover()
    })
  }

  const fill = async (href) => {
    const fresh = await fetched(href)
    if (!fresh) return location.assign(href)
    const typed = new FormData(sheet.querySelector('form') ?? undefined)
    sheet.replaceChildren(fresh)
    sheet.ariaLabel = fresh.dataset.title
    const { elements } = fresh.querySelector('form')
    for (const [name, value] of typed)
      if (elements[name]?.type === 'text') elements[name].value = value
    if (sheet.matches(':popover-open')) elements.title.focus()
  }

  globalThis.bellhop.makeCard = async (link) => {
    const isOfThis = sheet?.querySelector('form')?.action === link.href
    if (!sheet) place()
    if (!isOfThis) {
      sheet.replaceChildren()
      await fill(link.href)
    }
    if (!sheet.firstElementChild) return
    sheet.showPopover()
    sheet.querySelector('[name=title]').focus()
  }
})()
