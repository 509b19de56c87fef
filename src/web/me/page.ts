import { meInMenu } from '../../../views/me/menu'
import { MePage } from '../../../views/me/page'
import { paths } from '../../../views/paths'
import { changeMe } from '../../commands/me/change'
import { meForm } from '../../commands/me/form'
import { pushForm, setPush } from '../../commands/me/push'
import { endSessions } from '../../commands/sessions/end'
import { pushKeys } from '../../push/keys'
import { readMe } from '../../reads/me'
import type { Ask } from '../context'
import { officePage } from '../office/page'
import { staff } from '../person'
import { type Route, route } from '../route'
import { sessionLines } from '../session/lines'

const { workbench } = paths

/** When the day began by the reader's clock, ms UTC. */
const midnight = (c: Ask): number => {
  const { now, zone } = c.get('look')
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay()
    .epochMilliseconds
}

const page = officePage({
  ...{ path: workbench.me, permission: 'workbench.use', menu: meInMenu },
  find: (c) => ({ person: staff(c), since: midnight(c), token: c.get('sessionToken') ?? '' }),
  read: async ({ desk }, { person, since, token }) => ({
    details: await readMe(desk.store, person, since),
    pushKey: pushKeys(desk.secret).publicKey,
    sessions: await sessionLines(desk, person.id, token),
  }),
  draw: (data, context) => MePage({ ...context, ...data }),
  told: ({ details, pushKey, sessions }) => ({ ...details, push_key: pushKey, sessions }),
})

const change = page.verb({
  ...{ path: workbench.me, name: 'me', said: 'saved', form: meForm },
  run: async ({ c, web, input, subject: { person } }) => {
    const done = await changeMe(web.desk, person, c.get('sessionToken') ?? '', input)
    await web.faces.load()
    return done
  },
})

/** A browser is told from now on, or no more. */
const push = route({
  ...{ method: 'POST', path: workbench.push, permission: 'workbench.use', form: pushForm },
  run: ({ c, web, input }) => {
    const from = { token: c.get('sessionToken') ?? '', language: c.get('look').language }
    return setPush(web.desk, staff(c), from, input)
  },
})

/** One of their sessions, or all but this one, is over. */
const sessionEnds: readonly Route[] = [
  page.verb({
    ...{ path: workbench.sessionsRemoval, name: 'sessions', said: 'ended' },
    run: ({ web, subject: { person, token } }) =>
      endSessions(web.desk, person.id, { but: token }, person),
  }),
  page.verb({
    ...{ path: workbench.sessionRemoval(':mark'), name: 'session', said: 'ended' },
    run: ({ c, web, subject: { person } }) =>
      endSessions(web.desk, person.id, { mark: c.req.param('mark') ?? '' }, person),
  }),
]

/** What is somebody's own who answers. */
export const meRoutes: readonly Route[] = [page.show, change, ...sessionEnds, push]
