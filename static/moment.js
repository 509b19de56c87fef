/** Moves a page of the office to the moment its slider is at, while it is moved. */
;(() => {
  const PAUSE_MS = 80
  let timer = 0
  let request = null

  const show = async (form) => {
    request?.abort()
    request = new AbortController()
    const url = new URL(form.action)
    url.search = new URLSearchParams(new FormData(form))
    const answer = await fetch(url, { signal: request.signal })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const moment = page.getElementById('moment')
    if (!moment) return
    const text = `<hx-partial hx-target="#moment" hx-swap="outerMorph">${moment.outerHTML}</hx-partial>`
    const live = document.getElementById('live')
    await htmx.swap({ sourceElement: live, target: live, swap: 'none swapEmpty:false', text })
    history.replaceState(history.state, '', url)
  }

  document.addEventListener('input', ({ target }) => {
    const form = target.closest('.journal-slider')
    if (!form) return
    clearTimeout(timer)
    timer = setTimeout(() => show(form).catch(() => {}), PAUSE_MS)
  })
})()
