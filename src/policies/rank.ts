import { permissionsOf, type RoleOf } from './permissions'

/**
 * Whether one role allows all that another does. Who keeps the desk acts on nobody who may more than
 * they, and gives nobody what they have not themself.
 */
export const covers = (one: RoleOf, other: RoleOf): boolean =>
  permissionsOf(other).isSubsetOf(permissionsOf(one))
