import { hashToken } from '../tokens'
import { typedCode } from './app'

/** How many recovery codes somebody has at a time. */
export const RECOVERY_CODES = 10
/** Without letters that look like digits. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
const GROUPS = 4
const GROUP_CHARS = 4
const FORM = new RegExp(`^[${SIGNS}]{${GROUPS * GROUP_CHARS}}$`)
/** Bytes from here on would make some signs likelier than others. */
const EVEN_BYTES = 256 - (256 % SIGNS.length)

const signs = (count: number): string => {
  let text = ''
  while (text.length < count)
    for (const byte of crypto.getRandomValues(new Uint8Array(count)))
      if (byte < EVEN_BYTES) text += SIGNS[byte % SIGNS.length]
  return text.slice(0, count)
}

/** Codes that each let somebody in once in the place of their app, in groups that can be read out. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () => signs(GROUP_CHARS)).join('-'),
  )

/** As it is kept. A fast hash is right: it has 79 random bits. */
export const recoveryHash = (account: string, code: string): string =>
  hashToken(`recovery ${account} ${typedCode(code)}`)

/** Whether it has the form of one. */
export const isRecoveryCode = (code: string): boolean => FORM.test(typedCode(code))
