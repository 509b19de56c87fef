/** What is said into a microphone, as a file. Comes with `static/voice.js`. */
;(() => {
  /** Speech, and little to send: a quarter of a megabyte a minute. */
  const BITS_PER_SECOND = 32_000
  const PIECE_MS = 1000
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
   */
  const startRecording = (stream, { ms, bytes }) => {
    const [mimeType, ending] = kinds.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? []
    const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType ? { mimeType } : {}) }
    const recorder = new MediaRecorder(stream, options)
    const meter = meterOf(stream)
    const began = performance.now()
    const pieces = []
    let [size, isLongest] = [0, false]
    const past = () => Math.min(performance.now() - began, ms)
    const stop = () => recorder.state !== 'inactive' && recorder.stop()
    const looking = setInterval(() => {
      // The last piece comes after the end.
      isLongest = performance.now() - began >= ms || size > bytes * 0.95
      if (isLongest) stop()
    }, LOOK_EVERY_MS)
    recorder.ondataavailable = ({ data }) => {
      size += data.size
      pieces.push(data)
    }
    const done = new Promise((resolve) => {
      recorder.onstop = async () => {
        const length = past()
        clearInterval(looking)
        for (const track of stream.getTracks()) track.stop()
        meter.close()
        const type = recorder.mimeType
        const whole = await bellhop.withLength(new Blob(pieces, { type }), length)
        resolve({ file: new File([whole], nameOf(ending ?? 'weba'), { type }), length, isLongest })
      }
    })
    recorder.start(PIECE_MS)
    return { past, stop, done, level: meter.level }
  }

  bellhop.startRecording = startRecording
})()
