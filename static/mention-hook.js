/**
 * Colleagues that are called by name: an `@` in a note brings those who are there, for which the rest is
 * loaded when it is wanted first; and a note that calls somebody while they look is told as seen.
 */
;(() => {
  const { load } = globalThis.bellhop
  // An address of mail has a letter before it. Chinese has no spaces between its words.
  const START =
    /(?:^|[^\p{L}\p{N}\p{M}_%+\-/@＠]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[@＠]([^@＠\n]{0,60})$/u

  /** Where the name that is being typed begins, and what there is of it; null for none. */
  const typedIn = (area) => {
    if (area.selectionStart !== area.selectionEnd) return null
    const found = START.exec(area.value.slice(0, area.selectionStart))
    return found && { from: area.selectionStart - found[1].length, q: found[1] }
  }
  const place = () => document.getElementById('mention-place')
  const isInside = (area) => area?.matches?.('.composer[data-inside] textarea')
  globalThis.bellhop.mention = { typedIn, place, isInside }

  document.addEventListener('input', ({ target, isComposing }) => {
    const { mention } = bellhop
    if (isComposing || mention.look || !isInside(target) || !place() || !typedIn(target)) return
    load('mention').then(
      () => mention.look(target),
      () => {},
    )
  })

  /** Seq of the newest line that calls somebody, by the address where it is told that it was seen. */
  let told = {}
  const newest = (line) => Math.max(Number(line.dataset.seq), Number(line.dataset.edited ?? 0))
  const calls = () => [...document.querySelectorAll('#transcript > :has(.mention)')]
  const upTo = (lines) => Math.max(0, ...lines.map(newest))
  // What the page was opened with the desk knows to be seen.
  const begin = () => {
    told = { url: place()?.dataset.mentionsSeen, seq: upTo(calls()) }
  }
  const look = () => {
    const url = place()?.dataset.mentionsSeen
    if (url !== told.url) return begin()
    if (!url || document.hidden || !document.hasFocus()) return undefined
    const frame = document.getElementById('scroll')?.getBoundingClientRect()
    const isInView = (line) => line.getBoundingClientRect().bottom <= frame.bottom + 1
    const seq = frame?.height > 0 ? upTo(calls().filter(isInView)) : 0
    if (seq <= told.seq) return undefined
    told.seq = seq
    // What is lost is told by the page that is opened next.
    const body = new URLSearchParams({ up_to: String(seq) })
    const headers = { 'HX-Request': 'true' }
    return fetch(url, { method: 'POST', headers, body }).catch(() => {})
  }
  begin()
  for (const moment of ['htmx:after:swap', 'bellhop:opened', 'visibilitychange'])
    document.addEventListener(moment, look)
  addEventListener('focus', look)
  document.getElementById('scroll')?.addEventListener('scroll', look, { passive: true })
  const transcript = document.getElementById('transcript')
  if (transcript) new MutationObserver(look).observe(transcript, { childList: true })
})()
