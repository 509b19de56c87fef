/**
 * An entry of the transcript is one element from first to last: an own message stays the bubble it
 * was while it was on its way, and what is there is not put there again. So who listens to the
 * transcript is told each line once.
 */
;(() => {
  const transcript = document.getElementById('transcript')
  if (!transcript) return

  /** How long what is put there at once is not read out as if it had just been said, ms. */
  const QUIET_MS = 1_000
  let hushed = 0
  globalThis.bellhop.hush = (lines) => {
    const log = lines.closest('[role="log"]')
    if (!log) return
    clearTimeout(hushed)
    log.ariaLive = 'off'
    hushed = setTimeout(() => {
      log.ariaLive = 'polite'
    }, QUIET_MS)
  }

  const bodyOf = (entry) => entry.querySelector('.body')
  const isSame = (entry, fresh) =>
    [...fresh.attributes].every(({ name, value }) => entry.getAttribute(name) === value) &&
    bodyOf(entry)?.innerHTML === bodyOf(fresh)?.innerHTML

  /** What was said stays as it stands; what is around it is the desk's. */
  const adopt = (entry, fresh) => {
    const [body, written] = [bodyOf(entry), bodyOf(fresh)]
    if (body?.parentNode !== entry || written?.parentNode !== fresh) return entry.replaceWith(fresh)
    for (const { name } of [...entry.attributes])
      if (!fresh.hasAttribute(name)) entry.removeAttribute(name)
    for (const { name, value } of fresh.attributes) entry.setAttribute(name, value)
    if (body.innerHTML !== written.innerHTML) body.replaceChildren(...written.childNodes)
    for (const other of [...entry.children]) if (other !== body) other.remove()
    const parts = [...fresh.children]
    body.before(...parts.slice(0, parts.indexOf(written)))
    body.after(...parts.slice(parts.indexOf(written) + 1))
    entry.dispatchEvent(new Event('bellhop:adopted', { bubbles: true }))
  }

  document.addEventListener('htmx:before:swap', ({ detail }) => {
    for (const { swapSpec, fragment } of detail.tasks) {
      if (swapSpec?.style !== 'upsert') continue
      for (const fresh of [...fragment.children]) {
        const entry = fresh.id && document.getElementById(fresh.id)
        if (!entry) continue
        fresh.remove()
        if (!isSame(entry, fresh)) adopt(entry, fresh)
      }
    }
  })

  // Whatever can be done with one is brought when somebody wants to.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#transcript :is(.entry-more, .quote)')
    if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { pressed } = globalThis.bellhop
    if (pressed) return pressed(link)
    bellhop.load('entry-menu').then(
      () => globalThis.bellhop.pressed(link),
      () => location.assign(link.href),
    )
  })
  // One stop of the tab key for all of them: arrows lead from one to the next, and it is where they are.
  const stops = () => [...transcript.querySelectorAll('.entry-more')]
  const leaveOneStop = () => {
    const all = stops()
    const one = all.includes(document.activeElement) ? document.activeElement : all.at(-1)
    for (const each of all) each.tabIndex = each === one ? 0 : -1
  }
  transcript.addEventListener('focusin', leaveOneStop)
  transcript.addEventListener('keydown', ({ key, target }) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (by && target.matches('.entry-more')) stops()[stops().indexOf(target) + by]?.focus()
  })

  // Of several in a row by one hand only the last has a face. Styles cannot tell: not every engine
  // looks again at an entry because another one came after it.
  const isTheirs = (entry) => entry?.dataset.side === 'theirs'
  const nameFaces = () => {
    for (const entry of transcript.children)
      entry.toggleAttribute('data-followed', isTheirs(entry) && isTheirs(entry.nextElementSibling))
  }
  const tidy = () => {
    nameFaces()
    leaveOneStop()
  }
  new MutationObserver(tidy).observe(transcript, { childList: true })
  document.addEventListener('bellhop:adopted', tidy)
  tidy()
})()
