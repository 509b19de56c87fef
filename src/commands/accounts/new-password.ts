const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 20 characters that are easy to read out, 100 bits. */
export const newPassword = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}
