import type { z } from 'zod'
import type { Staff } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import { isProblem } from '../../../actors/problem'
import { Remove, Swap } from '../../../views/live'
import { paths } from '../../../views/paths'
import { Scheduled } from '../../../views/workbench/room/scheduled'
import { find, newestOf } from '../../commands/conversations/access'
import {
  cancelForm,
  cancelScheduled,
  reschedule,
  rescheduleForm,
} from '../../commands/scheduled/change'
import { readScheduled } from '../../reads/scheduled'
import type { ScheduledMessage } from '../../store/ports/scheduled'
import { isHtmx, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Route, route } from '../route'
import { listBefore } from '../workbench/before'
import { workbenchPages } from '../workbench/page'

const { workbench } = paths

/** What waits to be sent in a conversation, for the page that shows it; the bubble of one goes. */
const fragment = async (c: Ask, web: WebContext, person: Staff, id: string, clientId: string) => {
  const row = await find(web.desk, person, id)
  if (isProblem(row)) return c.body(null, 204)
  const scheduled = await readScheduled(web.reads, person, row)
  const seq = await newestOf(web.desk, id)
  const { language, zone } = c.get('look')
  const props = { language, zone, now: web.desk.clock.now(), conversation: row, scheduled, seq }
  const html = (
    <>
      <Remove id={`e-${clientId}`} />
      <Swap id="scheduled">
        <Scheduled {...props} />
      </Swap>
    </>
  )
  return c.html(html as never) as Response
}

/**
 * A message that is sent later. Plain form: 303 back, to where it waits. htmx: all that waits. JSON:
 * client_id, send_at.
 */
export const answerScheduled = async (
  c: Ask,
  web: WebContext,
  person: Staff,
  { clientId, conversation, dueAt }: ScheduledMessage,
  to: string,
): Promise<Response> => {
  if (wantsJson(c))
    return c.json({ client_id: clientId, send_at: new Date(dueAt).toISOString() }, 201)
  if (!isHtmx(c)) return seeOther(c, `${to}#scheduled`)
  return fragment(c, web, person, conversation, clientId)
}

type About = { person: Staff; id: string; clientId: string }
type Change = {
  path: (id: string, clientId: string) => string
  form: z.ZodObject
  run: (web: WebContext, about: About, input: unknown, zone: string) => Promise<null | Problem>
}

const change = ({ path, form, run }: Change): Route =>
  route<null, About>({
    ...{ method: 'POST', path: path(':id', ':client_id'), permission: 'workbench.use' },
    ...{ asks: 'say', form, bare: true },
    find: (c) => ({
      person: staff(c),
      ...{ id: c.req.param('id') ?? '', clientId: c.req.param('client_id') ?? '' },
    }),
    run: ({ c, web, input, subject }) => run(web, subject, input, c.get('look').zone),
    to: ({ c, subject: { id } }) => `${workbench.conversation(id, listBefore(c))}#scheduled`,
    made: ({ c, web, subject: { person, id, clientId } }) =>
      isHtmx(c) ? fragment(c, web, person, id, clientId) : undefined,
    refused: ({ c, web, input, subject: { id } }, problem) =>
      workbenchPages(web).refused(c, id, problem, { beside: typed(input, 'text') }),
  })

/** What is done to a message that waits. */
export const scheduledRoutes: readonly Route[] = [
  change({
    path: workbench.rescheduling,
    form: rescheduleForm,
    run: ({ desk }, about, input, zone) =>
      reschedule(desk, about.person, about, input, { address: '', zone }),
  }),
  change({
    path: workbench.unscheduling,
    form: cancelForm,
    run: ({ desk }, about, input) => cancelScheduled(desk, about.person, about, input),
  }),
]
