/** Who can take a conversation, as it is when somebody is about to choose. */
;(() => {
  const askTargets = async ({ target, newState }) => {
    if (newState !== 'open' || !target.matches('.transfer')) return
    const html = await (await fetch(location.href)).text().catch(() => '')
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('#transfer-to')
    const select = target.querySelector('#transfer-to')
    if (!fresh || select?.value !== '') return
    select.replaceChildren(...fresh.children)
    select.value = '' // What was drawn as the first free one chose itself on the way.
  }
  document.addEventListener('toggle', (event) => askTargets(event).catch(() => {}), true)
})()
