/** What is said into a microphone, as a file. Comes with `static/voice.js`. */
;(() => {
  /** Speech, and little to send: a quarter of a megabyte a minute. */
  const BITS_PER_SECOND = 32_000
  const LOOK_EVERY_MS = 200
  const kinds = [
    ['audio/webm;codecs=opus', 'weba'],
    ['audio/mp4', 'm4a'],
    ['audio/ogg;codecs=opus', 'ogg'],
  ]

  /** By the clock of who speaks. */
  const nameOf = (ending) => {
    const now = new Date()
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
    return `voice-${local.slice(0, 16).replace('T', '-').replace(':', '')}.${ending}`
  }

  /** How loud it is now, from 0 to 1. */
  const meterOf = (stream) => {
    const audio = new AudioContext()
    const analyser = audio.createAnalyser()
    audio.createMediaStreamSource(stream).connect(analyser)
    const wave = new Uint8Array(analyser.fftSize)
    return {
      level: () => {
        analyser.getByteTimeDomainData(wave)
        return Math.min(1, Math.max(...wave.map((value) => Math.abs(value - 128))) / 64)
      },
      close: () => audio.close(),
    }
  }

  /**
   * Records until `stop`, or until it is as long (ms) or as large (bytes) as it may be. `done` is the
   * file, how long it is and whether it could be no longer; the microphone is let go by then.
   * In one piece: who is asked for several says in none of them how long it became.
   */
  const startRecording = (stream, { ms, bytes }) => {
    const most = Math.min(ms, ((bytes * 8) / BITS_PER_SECOND) * 900)
    const [mimeType, ending] = kinds.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? []
    const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType ? { mimeType } : {}) }
    const recorder = new MediaRecorder(stream, options)
    const meter = meterOf(stream)
    const began = performance.now()
    let isLongest = false
    const past = () => Math.min(performance.now() - began, most)
    const stop = () => recorder.state !== 'inactive' && recorder.stop()
    const looking = setInterval(() => {
      isLongest = past() === most
      if (isLongest) stop()
    }, LOOK_EVERY_MS)
    const done = new Promise((resolve) => {
      recorder.ondataavailable = ({ data }) => {
        const length = past()
        clearInterval(looking)
        for (const track of stream.getTracks()) track.stop()
        meter.close()
        const type = recorder.mimeType
        resolve({ file: new File([data], nameOf(ending ?? 'weba'), { type }), length, isLongest })
      }
    })
    recorder.start()
    return { past, most, stop, done, level: meter.level }
  }

  bellhop.startRecording = startRecording
})()
