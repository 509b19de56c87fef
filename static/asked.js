/** What is asked before a chat is the chosen department's; what was answered already goes along. */
;(() => {
  document.addEventListener('change', async ({ target }) => {
    if (!target.matches?.('[data-asks]')) return
    const { value } = target
    const page = `${target.dataset.asks}?new&department=${encodeURIComponent(value)}`
    const html = await fetch(page)
      .then((answer) => answer.text())
      .catch(() => '')
    const fresh = new DOMParser().parseFromString(html, 'text/html')
    const [next, before] = [fresh, document].map((page) => page.getElementById('asked'))
    if (!next || !before || target.value !== value) return
    for (const id of ['greeting', 'expectation', 'start']) {
      const says = fresh.getElementById(id)
      if (says) document.getElementById(id)?.replaceWith(says)
    }
    for (const field of before.querySelectorAll('input, select, textarea')) {
      const same = next.querySelector(`[name="${CSS.escape(field.name)}"]`)
      // Nobody agrees to a text that they did not see.
      if (same && field.type === 'checkbox')
        same.checked = field.checked && same.value === field.value
      else if (same) same.value = field.value
    }
    before.replaceWith(next)
  })
})()
