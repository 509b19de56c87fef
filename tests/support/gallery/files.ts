const fileOf = (name: string, type: string, bytes: number, size = {}) => ({
  ...{ id: `0199a1b2-0000-7000-8000-0000000f${name.length}`, name, type, bytes },
  ...size,
})
const photo = fileOf('Karton an der Tür.jpg', 'image/jpeg', 412_000, { width: 1600, height: 900 })
const bill = fileOf(
  'Rechnung 20418 – Harbour & Pine, zweite Ausfertigung.pdf',
  'application/pdf',
  88_000,
)
const voice = fileOf('voice.weba', 'audio/webm', 21_000)

export const fileLimits = { fileSize: 20, imageSize: 10, fileCount: 10, voiceLength: 5 }

export const sentFiles = [photo, bill, voice]
