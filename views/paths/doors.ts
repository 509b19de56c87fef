import { query } from './query'

/** What stands under the page to sign in, beside the password. */
export const doorPaths = (signIn: string) => ({
  /** To a service that says who somebody is, and back from it. */
  provider: (id: string) => `${signIn}/with/${id}`,
  providerFor: (id: string, next: string | undefined) => `${signIn}/with/${id}${query({ next })}`,
  providerBack: (id: string) => `${signIn}/with/${id}/back`,
  /** What was begun there took too long. */
  signInOver: `${signIn}?over`,
  /** The second factor of who is half in; with a recovery code where it says so. */
  second: `${signIn}/code`,
  secondFor: (next: string | undefined, isRecovery = false) =>
    `${signIn}/code${query({ next, recovery: isRecovery ? '1' : undefined })}`,
  /** By a key of a device. */
  passkey: `${signIn}/passkey`,
  passkeyOptions: `${signIn}/passkey/options`,
})

/** Where somebody sets their second factor up and changes it, and their passkeys. */
export const factorPaths = (page: string) => ({
  factor: page,
  factorAfter: (next: string | undefined) => `${page}${query({ next })}`,
  factorSaid: (said: string) => `${page}${query({ said })}`,
  factorCodes: `${page}/codes`,
  factorRemoval: `${page}/removal`,
  factorPasskeys: `${page}/passkeys`,
  factorPasskeyOptions: `${page}/passkeys/options`,
  factorPasskeyRemoval: (id: string) => `${page}/passkeys/${id}/removal`,
})
