import type { Route } from '../route'
import { accountRoutes } from './account'
import { customerMailRoutes } from './mail'
import { mineRoutes } from './mine'
import { customerDoorRoutes } from './sign-in'

/** Visitors with accounts of their own. */
export const customerRoutes: readonly Route[] = [
  ...customerDoorRoutes,
  ...mineRoutes,
  ...accountRoutes,
  ...customerMailRoutes,
]
