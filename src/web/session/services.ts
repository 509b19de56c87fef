import type { SignInService } from '../../../views/session/sign-in'
import type { Desk } from '../../commands/desk'

/** Services that the page to sign in offers. */
export const signInServices = async ({ store }: Desk): Promise<SignInService[]> =>
  (await store.providers.all()).map(({ id, label }) => ({ id, label }))
