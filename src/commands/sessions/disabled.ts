import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/**
 * Whether a token signed somebody in whose account was disabled since: they may know why they are
 * out. Nobody learns of an account without the token of its session.
 */
export const isSessionOfDisabled = async (
  desk: Desk,
  token: string | undefined,
): Promise<boolean> =>
  token !== undefined && desk.store.accounts.isSessionOfDisabled(hashToken(token), desk.clock.now())
