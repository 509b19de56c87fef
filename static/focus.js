/**
 * Who works with keys stays where they were: when a swap takes away what had the focus, what stands
 * around its place has it, and else the foot of the page, where things go on. A line that is drawn anew
 * has the same things in it.
 */
;(() => {
  let last = null
  let around = []
  let given = null
  document.addEventListener('focusin', ({ target }) => {
    last = target
    around = []
    for (let each = target.parentElement; each; each = each.parentElement)
      if (each.id) around.push(each.id)
  })
  // Who leaves on purpose is not called back; what is taken away says so while it still is.
  document.addEventListener('focusout', ({ target }) => {
    setTimeout(() => {
      if (target === last && target !== document.activeElement && isThere(target)) last = null
    })
  })

  const isThere = (element) => element?.isConnected && element.checkVisibility()
  const isNowhere = () => [document.body, last, null].includes(document.activeElement)

  /** Named anew each time: a swap of the place itself takes its name from it. */
  const give = (place) => {
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus({ preventScroll: true })
    given = place
  }

  const handOn = () => {
    if (!last || !isNowhere()) return
    if (isThere(last)) {
      if (last === given) give(last)
      return
    }
    const foot = document.querySelector('.foot')
    const next = [...around.map((id) => document.getElementById(id)), foot].find(isThere)
    if (next) give(alikeIn(next) ?? next)
  }
  const alikeIn = (entry) => {
    if (!entry.matches('.entry')) return null
    const isAlike = ({ className, value }) => className === last.className && value === last.value
    const all = [...entry.querySelectorAll('a, button')]
    return all.find(isAlike) ?? entry.querySelector('.entry-more')
  }
  document.addEventListener('htmx:after:swap', handOn)

  // What a card begins with when it is opened says `autofocus`. htmx takes that for a wish of
  // whatever it puts in, shut cards too, and WebKit then takes the focus from where somebody is
  // writing. So what is put in says it only when its card opens.
  document.addEventListener('htmx:before:swap', ({ detail }) => {
    for (const { fragment } of detail.tasks ?? [])
      for (const first of fragment?.querySelectorAll?.('[popover] [autofocus]') ?? []) {
        first.autofocus = false
        first.dataset.first = ''
      }
  })
  const sayFirst = ({ target, newState }) => {
    if (newState !== 'open') return
    for (const first of target.querySelectorAll('[data-first]')) first.autofocus = true
  }
  document.addEventListener('beforetoggle', sayFirst, true)
})()
