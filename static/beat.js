/**
 * Says that somebody has one of the desk's other pages before them: who looks something up in
 * the office has not left those they talk to.
 */
;(() => {
  const BEAT_MS = 15_000
  const path = document.querySelector('[data-beat]')?.dataset.beat
  if (!path) return
  const { whereabouts } = globalThis.bellhop
  const say = () => whereabouts.say(path, whereabouts.now())
  setInterval(say, BEAT_MS)
  say()
})()
