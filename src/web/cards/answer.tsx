import { isProblem, type Problem } from '../../../actors/problem'
import { filesOf } from '../../../actors/sent-files'
import { cardIn } from '../../../actors/text/card'
import { paths } from '../../../views/paths'
import { CardAnswerPage } from '../../../views/transcript/card-page'
import { sentenceFor } from '../../../views/words'
import { answerCard, cardAnswerForm } from '../../commands/cards/answer'
import { findEntry } from '../../commands/entries/access'
import { answerProblem, isHtmx, seeOther, wantsJson, wantsPage } from '../answer'
import { currentOf } from '../chat/verb'
import { type Ask, readerOf, visitorLook, type WebContext } from '../context'
import { type Route, route } from '../route'

type About = Awaited<ReturnType<typeof currentOf>>
type Own = Exclude<About, Problem> & { clientId: string }

const find = async (c: Ask, web: WebContext): Promise<Own | Problem> => {
  const own = await currentOf(c, web)
  return isProblem(own) ? own : { ...own, clientId: c.req.param('client_id') ?? '' }
}

/** A visitor presses a button of a card, or fills in its form. */
export const answerCardInChat: Route = route({
  ...{ method: 'POST', path: paths.chat.cardAnswer(':client_id'), permission: 'visitor' },
  form: cardAnswerForm,
  find,
  run: ({ c, web, input, subject: { person, row, clientId } }) =>
    answerCard(web.desk, person, row.id, clientId, input, { address: c.get('address')() }),
  made: ({ c, web, subject: { person } }, { entry, card, repeat }) => {
    const status = repeat ? 200 : 201
    const { clientId, seq, at } = entry
    if (wantsJson(c)) return c.json({ client_id: clientId, seq, at }, status)
    if (!isHtmx(c)) return seeOther(c, `${paths.chat.page}#e-${clientId}`)
    const reader = readerOf(c, 'visitor', person.id)
    const { entries } = web.reads
    const said = entries.frame(entry, reader, seq - 1).html
    return c.html(said + entries.change(card, reader, card.edited ?? seq + 1), status) as Response
  },
  refused: ({ c, web, input, subject }, problem) =>
    wantsPage(c) ? refused(c, web, subject, problem, input) : answerProblem(c, problem),
})

/** The card by itself, with what was filled in and what was wrong with it. */
const refused = async (
  c: Ask,
  { desk }: WebContext,
  { person, row, clientId }: Own,
  problem: Problem,
  input: Record<string, unknown>,
): Promise<Response> => {
  const found = await findEntry(desk, person, row.id, clientId)
  if (isProblem(found) || found.entry.body.kind !== 'card') return answerProblem(c, problem)
  const { text, body, clientId: id } = found.entry
  const look = visitorLook(c)
  const typed = Object.entries(input).filter(([, value]) => typeof value === 'string')
  const isOver = body.outcome !== undefined || row.closedAt !== null
  const content = CardAnswerPage({
    ...{ ...look, clientId: id, card: cardIn(text, body), isOver },
    images: filesOf(body),
    answers: Object.fromEntries(typed) as Record<string, string>,
    problem: { says: sentenceFor(problem, look.language), field: problem.field },
  })
  return answerProblem(c, problem, content)
}
