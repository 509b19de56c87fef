import type { BuiltInRole } from '../../../actors/people'

/** With one of these the desk is set up. */
export const ADMINS: readonly BuiltInRole[] = ['owner', 'admin']
