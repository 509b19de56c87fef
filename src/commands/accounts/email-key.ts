/**
 * The one normalisation of a mail address as a key: NFKC, lower case, no blanks around. Addresses
 * with characters nobody sees are no addresses.
 */
export const emailKey = (address: string): string | undefined => {
  const key = address.normalize('NFKC').trim().toLowerCase()
  return /[\p{Cf}\p{Cc}\s]/u.test(key) ? undefined : key
}
