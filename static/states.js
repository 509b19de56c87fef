/**
 * Says in words how the connection is, and what is known of others by it. Only the words for the
 * state that is are in the page: text browsers have no other way to tell, and whoever copies or
 * prints a page would have them all. So words that need a script come with it. A chat that went on after
 * its page was drawn is drawn anew, for its way to end it is not there.
 */
;(() => {
  const putWords = (part) => {
    for (const each of part.querySelectorAll('[data-says]'))
      if (each.textContent !== each.dataset.says) each.textContent = each.dataset.says
  }
  putWords(document)
  for (const { content } of document.querySelectorAll('template')) putWords(content)
  document.addEventListener('htmx:after:swap', () => {
    putWords(document)
    // One that was drawn after the end has no way to end it; it goes on, and is drawn anew.
    if (
      document.querySelector('.chat > .foot[data-open="true"]') &&
      !document.querySelector('.end-chat')
    )
      location.reload()
  })

  document.addEventListener('bellhop:opened', () => putWords(document))

  const connection = document.getElementById('connection')
  const says = connection?.firstElementChild
  if (!says) return
  const tell = () => {
    const { dataset } = connection
    const text = dataset[dataset.state] ?? dataset.state
    says.classList.remove('plain')
    if (says.textContent !== text) says.textContent = text
    const isCut = !/^(?:connecting|live)$/.test(dataset.state)
    for (const each of document.querySelectorAll('[data-unheard]'))
      each.textContent = isCut ? each.dataset.unheard : each.dataset.heard
  }
  new MutationObserver(tell).observe(connection, { attributeFilter: ['data-state'] })
  tell()
})()
