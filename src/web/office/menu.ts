import type { Staff } from '../../../actors/people'
import type { MenuEntry } from '../../../views/office/context'
import { allows } from '../../policies/permissions'
import type { Route } from '../route'

/** The pages of the office that somebody may open, in the order of the routes. */
export const officeMenu =
  (routes: readonly Route[]) =>
  (person: Staff): MenuEntry[] =>
    routes.flatMap(({ menu, permission }) =>
      menu && permission !== 'anyone' && permission !== 'visitor' && allows(person, permission)
        ? [menu]
        : [],
    )
