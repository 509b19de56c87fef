import { durationText } from '../../../actors/durations'
import {
  InvitationsPage,
  invitationPaths,
  invitationsInMenu,
} from '../../../views/office/invitations'
import {
  createTrigger,
  removeTrigger,
  triggerForm,
  triggersOf,
} from '../../commands/visitors/triggers'
import type { Route } from '../route'
import { officePage } from './page'

const permission = 'rules.manage'
const ID = ':id'

const list = officePage({
  ...{ path: invitationPaths.list, permission, menu: invitationsInMenu },
  find: () => null,
  read: async ({ desk }) => ({
    lines: (await triggersOf(desk)).map((line) => ({
      ...line,
      after: line.afterMs === 0 ? '0s' : durationText(line.afterMs),
    })),
  }),
  draw: ({ lines }, context) => InvitationsPage({ ...context, lines }),
})

/** What invites visitors by itself, in the office. */
export const invitationRoutes: readonly Route[] = [
  list.show,
  list.verb({
    ...{ path: invitationPaths.list, name: 'creation', said: 'created', form: triggerForm },
    run: ({ web, input }) => createTrigger(web.desk, input),
    made: (id) => ({ id }),
  }),
  list.verb({
    ...{ path: invitationPaths.removal(ID), name: 'removal', said: 'removed', removes: true },
    run: ({ c, web }) => removeTrigger(web.desk, c.req.param('id') ?? ''),
    to: () => invitationPaths.list,
  }),
]
