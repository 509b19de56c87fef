/**
 * What a live page does beside being live: keys and draft of the composer, keeping at the newest
 * message, the count in the title, clocks that tick.
 */
;(() => {
  const transcript = document.getElementById('transcript')
  const scroll = document.getElementById('scroll')
  const composer = () => document.querySelector('form[data-outbox]')
  const { principal } = document.getElementById('live')?.dataset ?? {}

  // Composer: Enter sends, Shift+Enter makes a line; Enter that ends an IME's word does neither. Where
  // one writes with fingers no Shift goes with Enter: it makes the line. On a button it presses that.
  const fingers = matchMedia('(pointer: coarse)')
  document.addEventListener('keydown', (event) => {
    const form = event.target.closest?.('form[data-outbox] textarea')?.form
    if (!form || event.key !== 'Enter' || event.shiftKey) return
    if (fingers.matches && !event.ctrlKey && !event.metaKey) return
    if (event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  })

  const grow = (area) => {
    if (CSS.supports('field-sizing', 'content')) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }

  // What is written stays in this tab until it is sent, for whoever wrote it.
  const draftKey = (form) => `draft:${principal}:${form.dataset.outbox}`
  document.addEventListener('input', (event) => {
    const form = event.target.closest?.('form[data-outbox] textarea')?.form
    if (!form) return
    grow(event.target)
    if (event.target.value) bellhop.inTab.set(draftKey(form), event.target.value)
    else bellhop.inTab.remove(draftKey(form))
  })
  // A composer that comes back, after the end of a talk or a colleague, has it too.
  const restoreDraft = () => {
    const form = composer()
    const area = form?.elements.text
    const draft = area && bellhop.inTab.get(draftKey(form))
    if (!draft || area.value !== '') return
    area.value = draft
    grow(area)
  }
  restoreDraft()
  document.addEventListener('htmx:after:swap', restoreDraft)

  // The scroller runs in reverse: 0 is the newest, above it is negative.
  /** Nearer to the end than this somebody reads what is newest, CSS px. */
  const NEWEST_PX = 80
  globalThis.bellhop.isAtNewest = () => !scroll || scroll.scrollTop > -NEWEST_PX
  const newest = document.getElementById('newest')
  newest?.addEventListener('click', () => scroll.scrollTo({ top: 0, behavior: 'smooth' }))
  scroll?.addEventListener('scroll', () => {
    if (newest && bellhop.isAtNewest()) newest.hidden = true
  })

  let title = document.title
  let missed = 0
  const count = (n) => {
    missed = n
    document.title = n > 0 ? `(${n}) ${title}` : title
    document.dispatchEvent(new CustomEvent('bellhop:missed', { detail: n }))
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) count(0)
  })
  // Something else asks for whoever looks elsewhere.
  document.addEventListener('bellhop:more', () => count(missed + 1))

  /** An own message stays where its bubble was; what came meanwhile may belong before it. */
  const putInOrder = (entry) => {
    const seq = Number(entry.dataset.seq)
    const before = entry.previousElementSibling
    const after = entry.nextElementSibling
    if (!(Number(before?.dataset.seq) > seq) && !(Number(after?.dataset.seq) < seq)) return
    const all = [...transcript.querySelectorAll(':scope > [data-seq]')]
    transcript.insertBefore(entry, all.find((other) => Number(other.dataset.seq) > seq) ?? null)
  }

  const arrived = (entry) => {
    if (entry.dataset.side !== 'theirs') return
    if (newest && !bellhop.isAtNewest()) newest.hidden = false
    // Of those who answer, the lists count.
    if (document.hidden && !document.getElementById('notice-rules')) count(missed + 1)
    document.dispatchEvent(new CustomEvent('bellhop:reply'))
  }

  const greatest = (entries) => Math.max(0, ...entries.map((entry) => Number(entry.dataset.seq)))
  let last = greatest([...document.querySelectorAll('#transcript > [data-seq]')])
  const observer = new MutationObserver((changes) => {
    const added = changes
      .flatMap((change) => [...change.addedNodes])
      .filter((node) => node.dataset?.seq && node.isConnected)
    for (const entry of added) putInOrder(entry)
    for (const entry of added) if (Number(entry.dataset.seq) > last) arrived(entry)
    last = Math.max(last, greatest(added))
  })
  if (transcript) observer.observe(transcript, { childList: true })
  document.addEventListener('bellhop:adopted', ({ target }) => putInOrder(target))
  // Another conversation is open: what it holds did not just arrive.
  document.addEventListener('bellhop:opened', () => {
    last = greatest([...document.querySelectorAll('#transcript > [data-seq]')])
    title = document.title
    count(0)
    restoreDraft()
  })

  /** How often stopwatches are looked at, ms. */
  const TICK = 250
  const started = new WeakMap()
  const stopwatch = (s) => {
    const two = (n) => String(n).padStart(2, '0')
    const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
    return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`
  }
  // Stopwatches go on from what the desk wrote: the two clocks need not agree.
  setInterval(() => {
    const now = performance.now()
    for (const time of document.querySelectorAll('time[data-passed], time[data-left]')) {
      const way = time.hasAttribute('data-passed') ? 1 : -1
      const told = time.dataset.passed ?? time.dataset.left
      let from = started.get(time)
      if (from?.told !== told) {
        from = { told, zero: now - way * Number(told) }
        started.set(time, from)
      }
      const shown = stopwatch(Math.max(0, Math.floor((way * (now - from.zero)) / 1000)))
      if (time.textContent !== shown) time.textContent = shown
    }
  }, TICK)
})()
