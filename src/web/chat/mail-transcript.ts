import { isProblem } from '../../../actors/problem'
import { MailTranscriptPage } from '../../../views/chat/mail-transcript'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { transcriptThread } from '../../commands/letters/threads'
import { mailTranscript, mailTranscriptForm } from '../../commands/letters/transcript'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { type Route, route } from '../route'
import { currentOf } from './verb'

const path = paths.chat.mailTranscript

const show = route({
  ...{ method: 'GET', path, permission: 'visitor', passing: true },
  show: async (c, web) => {
    const own = await currentOf(c, web)
    if (isProblem(own)) return answerProblem(c, own)
    const { mails, store } = web.desk
    const look = c.get('look')
    const isSent = c.req.query('sent') !== undefined
    const last = isSent ? await store.letters.lastOf(transcriptThread(own.row.id)) : undefined
    if (last)
      return page(c, MailTranscriptPage({ ...look, mails, email: '', sentTo: last.address }))
    const email = (await store.visitors.find(own.row.visitor))?.email ?? ''
    return page(c, MailTranscriptPage({ ...look, mails, email }))
  },
})

const send = route({
  ...{ method: 'POST', path, permission: 'visitor', find: currentOf, form: mailTranscriptForm },
  run: ({ c, web, input, subject: { person, row } }) => {
    const from = { address: c.get('address')(), language: c.get('look').language }
    return mailTranscript(web.desk, person, row, input, from)
  },
  made: ({ c }, email) => (wantsJson(c) ? c.json({ email }) : seeOther(c, `${path}?sent`)),
  refused: ({ c, web, input }, problem) => {
    const { mails } = web.desk
    const look = c.get('look')
    const says = sentenceFor(problem, look.language)
    const email = typed(input, 'email')
    const wrong = { says, isOfField: problem.field === 'email' }
    return answerProblem(c, problem, MailTranscriptPage({ ...look, mails, email, problem: wrong }))
  },
})

/** A chat that its visitor has sent to them. */
export const mailTranscriptRoutes: readonly Route[] = [show, send]
