/**
 * Voice messages: spoken, listened to, and sent or deleted. Comes with `static/files.js`, when
 * somebody presses the microphone for the first time.
 */
;(() => {
  const { make, button, words, MB, say, keep, sendAlone, composer, field } = bellhop.files
  const LOOK_EVERY_MS = 100

  const clock = (ms) => {
    const seconds = Math.floor(ms / 1000)
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }

  /** The place above what is written, where one step after the other is shown. */
  const openPanel = () => {
    const form = composer()
    const [status, shown] = [make('p', { role: 'status' }), make('div')]
    const panel = make('div', { id: 'voice', role: 'group', ariaLabel: words.audio }, [
      ...[status, shown],
    ])
    form.querySelector('.composer-row').before(panel)
    return {
      minutes: form.querySelector('.voice').dataset.minutes,
      conversation: form.dataset.outbox,
      show: (state, sentence, parts) => {
        panel.dataset.state = state
        status.textContent = sentence
        shown.replaceChildren(...parts)
        shown.querySelector('button').focus()
      },
      /** Another conversation was opened, or this one has ended. */
      isGone: () => !panel.isConnected,
      close: () => {
        panel.remove()
        form.querySelector('.voice').focus()
      },
    }
  }

  /** The microphone, or null when it is not to be had, or somebody thought better of it. */
  const ask = async ({ show, isGone }) => {
    // Where pages may have none, there is nothing to ask.
    const asked = (async () => navigator.mediaDevices.getUserMedia({ audio: true }))()
    const stream = await Promise.race([
      asked.catch(() => null),
      new Promise((resolve) =>
        show('asking', words.asking, [button(words.cancel, () => resolve(undefined))]),
      ),
    ])
    if (stream === null) say(words.noMicrophone)
    if (stream && !isGone()) return stream
    asked.then(
      (late) => late.getTracks().map((track) => track.stop()),
      () => {},
    )
    return null
  }

  /** What was said, or null when it is not wanted. */
  const speak = async ({ show, isGone, minutes }, stream) => {
    const limits = { ms: minutes * 60_000, bytes: field().dataset.fileSize * MB }
    const { past, most, stop, done, level } = bellhop.startRecording(stream, limits)
    let isWanted = true
    const time = make('span', { role: 'timer', textContent: clock(0) })
    const bar = make('i')
    const look = () => {
      time.textContent = clock(past())
      bar.style.setProperty('--level', level())
      if (isGone()) stop()
    }
    show('recording', words.recording, [
      ...[button(words.stop, stop), bar, time, make('span', { textContent: `/ ${clock(most)}` })],
      button(words.discard, () => {
        isWanted = false
        stop()
      }),
    ])
    const looking = setInterval(look, LOOK_EVERY_MS)
    const spoken = await done
    clearInterval(looking)
    return isWanted ? spoken : null
  }

  /** Until it is sent or deleted; it waits in its own conversation when another one is opened. */
  const listen = async ({ show, isGone, conversation }, { file, length, isLongest }) => {
    const source = URL.createObjectURL(file)
    const audio = make('audio', { controls: true, src: source, ariaLabel: words.audio })
    let looking
    const choice = await new Promise((resolve) => {
      const send = button(words.sendVoice, () => resolve('send'))
      send.className = 'button primary'
      const sentence = isLongest ? `${words.longest}. ${words.recorded}` : words.recorded
      const discard = button(words.discard, () => resolve('discard'))
      show('recorded', `${sentence} (${clock(length)})`, [send, audio, discard])
      looking = setInterval(() => isGone() && resolve('keep'), LOOK_EVERY_MS)
    })
    clearInterval(looking)
    URL.revokeObjectURL(source)
    if (choice === 'send') sendAlone([file])
    if (choice === 'keep') keep(conversation, file)
  }

  let isOpen = false
  const record = async () => {
    if (isOpen) return
    isOpen = true
    const panel = openPanel()
    say('')
    const stream = await ask(panel)
    try {
      const spoken = stream && (await speak(panel, stream))
      if (spoken) await listen(panel, spoken)
    } catch {
      // A browser that hears, but cannot record.
      for (const track of stream.getTracks()) track.stop()
      say(words.noMicrophone)
    } finally {
      isOpen = false
      panel.close()
    }
  }

  bellhop.files.record = record
})()
