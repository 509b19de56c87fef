/** Two soft notes for a reply, if they are wanted; a browser allows sound after the first gesture. */
;(() => {
  const isOn = () => localStorage.getItem('sound') !== 'off'
  let audio = null
  let rings = false

  /** It would compute silence for as long as the page is open. */
  const rest = () => {
    if (!rings) audio.suspend().catch(() => {})
  }
  const end = () => {
    rings = false
    rest()
  }

  const unlock = () => {
    if (audio || !isOn()) return
    audio = new AudioContext()
    audio.resume().then(rest, () => {})
  }
  addEventListener('pointerdown', unlock)
  addEventListener('keydown', unlock)

  const note = (frequency, at) => {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.12, at + 0.01)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 0.4)
    return tone
  }

  let rangAt = Number.NEGATIVE_INFINITY
  /** One of several tabs rings. */
  const isRung = () => {
    const last = Number(localStorage.getItem('rang'))
    const now = performance.timeOrigin + performance.now()
    if (Math.abs(now - last) < 1000) return true
    localStorage.setItem('rang', String(now))
    return false
  }
  const ring = () => {
    if (!audio || !isOn() || performance.now() - rangAt < 1000 || isRung()) return
    rangAt = performance.now()
    rings = true
    audio.resume().then(() => {
      note(880, audio.currentTime)
      note(1318, audio.currentTime + 0.12).onended = end
    }, end)
  }
  globalThis.bellhop.ring = ring
  document.addEventListener('bellhop:reply', () => {
    // Who answers has rules of their own.
    if (document.getElementById('notice-rules')) return
    if (document.hidden || !document.hasFocus()) ring()
  })

  const show = () => {
    for (const button of document.querySelectorAll('#sound'))
      button.setAttribute('aria-pressed', String(isOn()))
  }
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('#sound')) return
    localStorage.setItem('sound', isOn() ? 'off' : 'on')
    show()
    unlock()
  })
  show()
})()
