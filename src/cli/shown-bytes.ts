const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** A number of bytes as people say it: `3.4 MB`. */
export const shownBytes = (bytes: number): string => {
  const nth = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const amount = bytes / 1024 ** nth
  return `${nth === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[nth]}`
}
