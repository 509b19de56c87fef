import { IDENTITY_SECRET } from '../../../actors/sites'
import type { Desk } from '../desk'
import { newToken } from '../tokens'

/**
 * A new secret by which sites prove who somebody is: what was signed with the one before is nobody's
 * word any more. Answers it, to be shown this once.
 */
export const rotateSecret = async ({ store }: Pick<Desk, 'store'>): Promise<string> => {
  const secret = newToken()
  await store.accounts.setSetting(IDENTITY_SECRET, secret)
  return secret
}
