/**
 * Says in words how the connection is, and what is known of others by it. Only the words for the
 * state that is are in the page: the others would be read out, copied and printed with them.
 */
;(() => {
  const connection = document.getElementById('connection')
  const says = connection?.firstElementChild
  if (!says) return
  const tell = () => {
    const { dataset } = connection
    const text = dataset[dataset.state] ?? ''
    says.classList.remove('plain')
    if (says.textContent !== text) says.textContent = text
    const isCut = /^(?:reconnecting|offline)$/.test(dataset.state)
    for (const each of document.querySelectorAll('[data-unheard]'))
      each.textContent = isCut ? each.dataset.unheard : each.dataset.heard
  }
  new MutationObserver(tell).observe(connection, { attributeFilter: ['data-state'] })
  tell()
})()
