import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type ConversationRow, isOver } from '../../../actors/summary'
import { PastListPage } from '../../../views/chat/past'
import { PastOnePage } from '../../../views/chat/past-one'
import { paths } from '../../../views/paths'
import { transcriptData } from '../../../views/transcript/file/data'
import { sentenceFor } from '../../../views/words'
import { answeringOf, find, newestOf } from '../../commands/conversations/access'
import { seqForm } from '../../commands/conversations/as-of'
import { rate, ratingForm } from '../../commands/conversations/rate'
import { reopen } from '../../commands/conversations/reopen'
import { read } from '../../commands/input/read'
import { isTalking, readPast, readPastOne } from '../../reads/past'
import { wholeTranscript } from '../../reads/whole-transcript'
import { answerProblem, page, wantsJson, wantsPage } from '../answer'
import { typed } from '../body'
import { type Ask, readerOf, visitorLook, type WebContext } from '../context'
import { visitor } from '../person'
import { closedKeyIn } from '../query'
import { type Route, route } from '../route'
import { answerEarlier, readTranscript } from '../transcript'

const ID = ':id'

type Own = { person: Visitor; row: ConversationRow }

/** One of the visitor's own; another visitor's is as little there as one that never was. */
const ownOf = async (c: Ask, { desk }: WebContext): Promise<Own | Problem> => {
  const person = visitor(c)
  if (!person) return new Problem('missing', 'missing')
  const row = await find(desk, person, c.req.param('id') ?? '')
  return isProblem(row) ? row : { person, row }
}

const showPast = route({
  ...{ method: 'GET', path: paths.chat.past, permission: 'anyone', passing: true },
  show: async (c, { reads }) => {
    const person = visitor(c)
    const until = closedKeyIn(c.req.query('until') ?? '')
    const { lines, next } = person
      ? await readPast(reads, person, until)
      : { lines: [], next: null }
    const older = next && paths.chat.pastUntil(next)
    if (wantsJson(c)) return c.json({ conversations: lines, older })
    const isFurther = until !== undefined
    return page(c, PastListPage({ ...visitorLook(c), lines, older, isFurther }))
  },
})

type Refused = { problem: Problem; comment?: string }

const showOne = route({
  ...{ method: 'GET', path: paths.chat.pastOne(ID), permission: 'visitor', passing: true },
  show: async (c, web) => {
    const own = await ownOf(c, web)
    if (isProblem(own)) return answerProblem(c, own)
    // One that goes on is where it always is.
    if (!isOver(own.row)) return c.redirect(paths.chat.page, 303)
    return pastOne(c, web, own)
  },
})

const pastOne = async (c: Ask, web: WebContext, { person, row }: Own, refused?: Refused) => {
  const { desk, reads } = web
  const look = visitorLook(c)
  if (wantsJson(c)) {
    const entries = await wholeTranscript(desk.store, row.id, 'visitor')
    const whose = { audience: 'visitor', viewer: person.id } as const
    return c.json(transcriptData({ conversation: row.id, entries, ...whose, ...look }))
  }
  const reader = { ...readerOf(c, 'visitor', person.id), isOver: true }
  const ways = {
    earlier: (before: number, oldest: string | null) =>
      paths.chat.pastEarlier(row.id, before, oldest),
    newest: paths.chat.pastOne(row.id),
  }
  const earlier = await answerEarlier(c, reads, { id: row.id, reader }, ways)
  if (earlier) return earlier
  const status = await readPastOne(
    reads,
    { ...row, ...answeringOf(desk, row.id) },
    c.get('look').language,
  )
  if (!status) return c.redirect(paths.chat.page, 303)
  const wanted = { id: row.id, newest: await newestOf(desk, row.id), reader }
  const content = PastOnePage({
    ...{ ...look, id: row.id, status, isElsewhere: await isTalking(reads, person) },
    ...(await readTranscript(c, reads, wanted, ways)),
    ...(refused?.comment ? { comment: refused.comment } : {}),
    ...(refused ? { problem: sentenceFor(refused.problem, look.language) } : {}),
  })
  return refused ? answerProblem(c, refused.problem, content) : page(c, content)
}

const reopenPast = route({
  ...{ method: 'POST', path: paths.chat.pastReopening(ID), permission: 'visitor' },
  ...{ form: seqForm, bare: true },
  find: ownOf,
  run: ({ web, input, subject: { person, row } }) => {
    const form = read(seqForm, input)
    return isProblem(form) ? form : reopen(web.desk, person, row.id, form.seq)
  },
  to: () => paths.chat.page,
  moves: true,
  refused: ({ c, web, subject }, problem) => refusedAt(c, web, subject, { problem }),
})

const ratePast = route({
  ...{ method: 'POST', path: paths.chat.pastRating(ID), permission: 'visitor', form: ratingForm },
  find: ownOf,
  run: ({ web, input, subject: { person, row } }) => rate(web.desk, person, row.id, input),
  to: ({ subject: { row } }) => paths.chat.pastOne(row.id),
  refused: ({ c, web, input, subject }, problem) =>
    refusedAt(c, web, subject, { problem, comment: typed(input, 'comment') }),
})

const refusedAt = (c: Ask, web: WebContext, own: Own, refused: Refused) =>
  wantsPage(c) && isOver(own.row)
    ? pastOne(c, web, own, refused)
    : answerProblem(c, refused.problem)

/** What a visitor and the desk said to each other before. */
export const pastRoutes: readonly Route[] = [showPast, showOne, reopenPast, ratePast]
