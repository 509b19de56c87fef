import type { Staff } from '../../../actors/people'
import type { MenuEntry } from '../../../views/office/context'
import { allows } from '../../policies/permissions'
import type { Route } from '../route'

/** The pages of the office that somebody may open, in the order of the routes; but what is not shown now. */
export const officeMenu =
  (routes: readonly Route[], isShown: (entry: MenuEntry) => boolean = () => true) =>
  (person: Staff): MenuEntry[] =>
    routes.flatMap(({ menu, permission }) =>
      menu &&
      isShown(menu) &&
      permission !== 'anyone' &&
      permission !== 'visitor' &&
      allows(person, permission)
        ? [menu]
        : [],
    )
