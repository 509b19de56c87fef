import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { leaveMessage } from '../../commands/conversations/wait'
import { startForm } from '../../commands/visitors/start-form'
import { seeOther, wantsJson, wantsPage } from '../answer'
import { typed } from '../body'
import { withCookie } from '../kept-cookie'
import { visitor } from '../person'
import { type Asked, route } from '../route'
import { chatPages } from './page'
import { answerStarted, refuseStart, startWith } from './start'
import { currentOf } from './verb'

/** Where nobody is there: a conversation begins with it, and one that waits is left at it. */
const leaveAt = (path: string) =>
  route({
    method: 'POST',
    path,
    permission: 'anyone',
    form: withCookie(startForm),
    run: async (asked) => {
      const { web, input } = asked
      const own = await waiting(asked)
      if (!own) return startWith(asked, { leaves: true })
      const left = await leaveMessage(web.desk, own.person, own.row.id, input)
      return isProblem(left) ? left : { left: own.row.id }
    },
    made: (asked, done) =>
      'left' in done ? answerLeft(asked, done.left) : answerStarted(asked, done),
    refused: async (asked, problem) => {
      const own = await waiting(asked)
      if (!own) return refuseStart(asked, problem)
      const { c, web, input } = asked
      const email = typed(input, 'email')
      return chatPages(web.desk, web.reads).refused(c, own.person, own.row.id, problem, { email })
    },
  })

const answerLeft = ({ c }: Asked, conversation: string): Response => {
  if (wantsJson(c)) return c.json({ conversation })
  return wantsPage(c) ? seeOther(c, paths.chat.page) : c.body(null, 204)
}

/** Their own conversation, when the form brings no first message. */
const waiting = async ({ c, web, input }: Asked) => {
  if (!visitor(c) || input.text !== undefined || input.question !== undefined) return null
  const own = await currentOf(c, web)
  return isProblem(own) ? null : own
}

export const leaveInChat = leaveAt(paths.chat.leftMessage)
export const callBack = leaveAt(paths.chat.callback)
