import { paths } from '../../../views/paths'
import { MentionPanel } from '../../../views/workbench/mentions/panel'
import { seenForm } from '../../commands/conversations/seen'
import { offerColleagues } from '../../commands/mentions/offer'
import { tellMentionsSeen } from '../../commands/mentions/see'
import { page, wantsJson } from '../answer'
import { conversationPage, conversationVerb } from './verb'

/** UTF-16 units of a question that are looked at. */
const QUESTION_CHARS = 200

/** Whom a note in a conversation can call by name, as what was typed has it. */
const showColleagues = conversationPage({
  path: paths.workbench.colleagues,
  show: async (c, { desk }, { person, row }) => {
    const typed = (c.req.query('q') ?? '').slice(0, QUESTION_CHARS)
    const found = await offerColleagues(desk, person, row, typed)
    const colleagues = found.map(({ id, name, status }) => ({ id, name, status }))
    if (wantsJson(c)) return c.json({ colleagues })
    return page(c, MentionPanel({ language: c.get('look').language, colleagues }))
  },
})

const seenMentions = conversationVerb({
  ...{ path: paths.workbench.mentionsSeen, permission: 'workbench.use', asks: 'watch' },
  form: seenForm,
  run: ({ web, input, subject: { person, id } }) => tellMentionsSeen(web.desk, person, id, input),
})

export const mentionRoutes = [showColleagues, seenMentions] as const
