import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { entryPaths } from '../../../views/paths/entries'
import type { Audience } from '../../../views/transcript/entry-props'
import type { may } from '../../policies/may'
import { currentOf } from '../chat/verb'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Door } from '../route'

/** Who asks, and about which entry of which conversation; whether there is one the command finds. */
export type AboutEntry = { person: Person; id: string; clientId: string }

/** On whose side of a conversation an address is. */
export type Side = {
  audience: Audience
  permission: Door
  asks?: keyof typeof may
  at: ReturnType<typeof entryPaths>
  find: (c: Ask, web: WebContext) => Promise<AboutEntry | Problem>
  /** Where an entry stands among the others. */
  page: (id: string, clientId: string) => string
}

const clientIdOf = (c: Ask): string => c.req.param('client_id') ?? ''

export const sides: readonly Side[] = [
  {
    audience: 'visitor',
    permission: 'visitor',
    at: paths.chat,
    find: async (c, web) => {
      const own = await currentOf(c, web)
      return isProblem(own) ? own : { person: own.person, id: own.row.id, clientId: clientIdOf(c) }
    },
    page: (_id, clientId) => `${paths.chat.page}#e-${clientId}`,
  },
  {
    audience: 'desk',
    permission: 'workbench.use',
    asks: 'watch',
    at: paths.workbench.entry(':id'),
    find: async (c) => ({
      ...{ person: staff(c), id: c.req.param('id') ?? '', clientId: clientIdOf(c) },
    }),
    page: (id, clientId) => `${paths.workbench.conversation(id)}#e-${clientId}`,
  },
]
