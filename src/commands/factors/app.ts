import { Secret, TOTP } from 'otpauth'

/** Seconds for which a code of an app holds (RFC 6238), and how many steps a clock may be off. */
const STEP_S = 30
const DRIFT_STEPS = 1
/** Bytes of what codes are made of, as RFC 4226 asks for. */
const SECRET_BYTES = 20

/** Apps know these parameters best, and some no others. */
const appOf = (secret: string) =>
  new TOTP({
    ...{ algorithm: 'SHA1', digits: 6, period: STEP_S },
    secret: Secret.fromBase32(secret),
  })

/** What the codes of an app are made of, in base 32. */
export const newAppSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What the app reads from the picture: under which names it keeps the codes. */
export const appAddress = (secret: string, desk: string, email: string): string => {
  const app = appOf(secret)
  // Of two names the app shows the one before the colon first.
  app.issuer = desk.replaceAll(':', ' ')
  app.label = email
  return app.toString()
}

/** A code as it was meant: typed with gaps, or by an input method that writes wide digits. */
export const typedCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase()

/** The step of time whose code it is at `now`, ms UTC; null where it is none. */
export const stepOf = (secret: string, code: string, now: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null
  const off = appOf(secret).validate({ token: code, timestamp: now, window: DRIFT_STEPS })
  return off === null ? null : Math.floor(now / 1000 / STEP_S) + off
}
