/**
 * What is left of a time that is promised: it goes on from what the desk wrote, by this page's own clock, and
 * below zero once it is late. What stands still says nothing of when it would be.
 */
;(() => {
  const begun = new WeakMap()
  const two = (n) => String(n).padStart(2, '0')
  const stopwatch = (ms) => {
    const s = Math.ceil(Math.abs(ms) / 1000)
    const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
    const tail = `${h > 0 ? two(m) : m}:${two(s % 60)}`
    return `${ms <= -1000 ? '−' : ''}${h > 0 ? `${h}:` : ''}${tail}`
  }
  const tick = () => {
    const now = performance.now()
    for (const chip of document.querySelectorAll('.chip.sla[data-due]')) {
      const { due, soon } = chip.dataset
      let from = begun.get(chip)
      if (from?.due !== due) {
        from = { due, at: now }
        begun.set(chip, from)
      }
      const passed = now - from.at
      const left = Number(due) - passed
      const time = chip.querySelector('time')
      const shown = stopwatch(left)
      if (time.textContent !== shown) time.textContent = shown
      const isSoon = left > 0 && Number(soon) <= passed
      chip.classList.toggle('warn', isSoon)
      chip.classList.toggle('bad', left <= 0)
      chip.classList.toggle('plain', left > 0 && !isSoon)
    }
  }
  tick()
  setInterval(tick, 250)
})()
