/** Two soft notes for a reply, if they are wanted. */
;(() => {
  const { sound } = globalThis.bellhop
  const end = () => {
    sound.rings = false
    sound.rest()
  }

  const note = (frequency, at) => {
    const tone = sound.audio.createOscillator()
    const volume = sound.audio.createGain()
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.12, at + 0.01)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35)
    tone.connect(volume).connect(sound.audio.destination)
    tone.start(at)
    tone.stop(at + 0.4)
    return tone
  }

  let rangAt = Number.NEGATIVE_INFINITY
  /** One of several tabs rings. */
  const isRung = () => {
    const last = Number(bellhop.inBrowser.get('rang'))
    const now = performance.timeOrigin + performance.now()
    if (Math.abs(now - last) < 1000) return true
    bellhop.inBrowser.set('rang', String(now))
    return false
  }
  const ring = () => {
    if (!sound.audio || !sound.isOn() || performance.now() - rangAt < 1000 || isRung()) return
    rangAt = performance.now()
    sound.rings = true
    const { audio } = sound
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
})()
