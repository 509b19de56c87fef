/** Digits of a card's number (ISO/IEC 7812). */
const [CARD_MIN, CARD_MAX] = [13, 19]
/** What such numbers begin with: American Express, Diners and JCB; Visa; Mastercard; Discover and UnionPay; Mir. */
const ISSUERS = /^(?:3[0-9]|4|5[0-9]|6[0-9]|2[2-7])/

/** Whether the last digit is what the others say (Luhn). */
const isLuhn = (digits: string): boolean => {
  let sum = 0
  for (let n = 0; n < digits.length; n += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - n) - 48
    const twice = digit * 2
    sum += n % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

export const isCard = (digits: string): boolean =>
  digits.length >= CARD_MIN &&
  digits.length <= CARD_MAX &&
  ISSUERS.test(digits) &&
  !/^(\d)\1+$/.test(digits) &&
  isLuhn(digits)

/** Signs of a citizen's number of China, and by what each of the first 17 counts (GB 11643). */
const IDENTITY_SIGNS = 18
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** Whether it is a citizen's number of China: a province, a day there was, and the check that fits. */
export const isIdentity = (signs: string): boolean => {
  if (!/^[1-8]\d{16}[\dX]$/i.test(signs) || signs.length !== IDENTITY_SIGNS) return false
  const [year, month, day] = [signs.slice(6, 10), signs.slice(10, 12), signs.slice(12, 14)].map(
    Number,
  )
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isDay || year < 1850 || year > 2100) return false
  const sum = WEIGHTS.reduce((all, weight, n) => all + weight * (signs.charCodeAt(n) - 48), 0)
  return CHECKS[sum % 11] === signs[17]?.toUpperCase()
}
