/**
 * Whether a reply is heard: a switch, and what plays it. A browser allows sound after the first
 * gesture alone, so it is made ready with that.
 */
;(() => {
  const isOn = () => bellhop.inBrowser.get('sound') !== 'off'
  const sound = { audio: null, isOn, rings: false }
  globalThis.bellhop.sound = sound

  /** It would compute silence for as long as the page is open. */
  sound.rest = () => {
    if (!sound.rings) sound.audio.suspend().catch(() => {})
  }

  const unlock = () => {
    if (sound.audio || !isOn()) return
    sound.audio = new AudioContext()
    sound.audio.resume().then(sound.rest, () => {})
  }
  addEventListener('pointerdown', unlock)
  addEventListener('keydown', unlock)

  const show = () => {
    for (const button of document.querySelectorAll('#sound'))
      button.setAttribute('aria-pressed', String(isOn()))
  }
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('#sound')) return
    bellhop.inBrowser.set('sound', isOn() ? 'off' : 'on')
    show()
    unlock()
  })
  show()
  // The gesture that it was brought by.
  if (navigator.userActivation?.hasBeenActive) unlock()
})()
