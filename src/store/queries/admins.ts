import type { Role } from '../../../actors/people'

/** With one of these the desk is set up. */
export const ADMINS: readonly Role[] = ['owner', 'admin']
