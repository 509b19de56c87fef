/**
 * Says that somebody has one of the desk's other pages before them: who looks something up in
 * the office has not left those they talk to.
 */
;(() => {
  const BEAT_MS = 15_000
  const path = document.querySelector('[data-beat]')?.dataset.beat
  if (!path) return
  const { place } = globalThis.bellhop
  const say = () => place.say(path, place.now())
  setInterval(say, BEAT_MS)
  say()
})()
