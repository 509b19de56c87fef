import type { Staff } from '../../../actors/people'
import type { MenuEntry } from '../../../views/office/frame'
import { allows } from '../../policies/permissions'
import type { WebContext } from '../context'

/** The pages of the office that somebody may open, in the order of the routes. */
export const menuFor = ({ routes }: WebContext, person: Staff): MenuEntry[] =>
  routes.flatMap(({ menu, permission }) =>
    menu && permission !== 'anyone' && permission !== 'visitor' && allows(person, permission)
      ? [menu]
      : [],
  )
