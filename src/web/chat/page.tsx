import type { Visitor } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { ChatPage } from '../../../views/chat/page'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { answeringOf, cachedContext, newestOf } from '../../commands/conversations/access'
import type { Desk } from '../../commands/desk'
import { current } from '../../commands/visitors/current'
import type { Reads } from '../../reads/reads'
import { readChat } from '../../reads/visitor-status'
import { answerProblem, page, wantsPage } from '../answer'
import { type Ask, readerOf, visitorLook } from '../context'
import { whyKeptOut } from '../gate/blocked'
import { answerEarlier, readTranscript } from '../transcript'
import { type RefusedStart, startPage } from './start-page'

/** The two pages, with whatever was typed still in them. */
export const chatPages = (desk: Desk, reads: Reads) => {
  const chat = (c: Ask, person: Visitor, row: ConversationRow, refused: Refused = {}) =>
    chatPage(desk, reads, c, person, row, refused)
  return {
    chat,
    /** The conversation again, with why the last thing did not go and the text that was typed. */
    async refused(c: Ask, person: Visitor, id: string, problem: Problem, typed: Typed) {
      if (!wantsPage(c)) return answerProblem(c, problem)
      const row = await current(desk, person.id)
      return row?.id === id
        ? chat(c, person, row, { ...typed, problem })
        : answerProblem(c, problem)
    },
    start: (c: Ask, refused?: RefusedStart) => startPage(desk, reads, c, refused),
  }
}

/** What was written: a message, words beside a rating, where an answer reaches them. */
type Typed = { draft?: string; comment?: string; email?: string }
type Refused = Typed & { problem?: Problem }

const chatPage = async (
  desk: Desk,
  reads: Reads,
  c: Ask,
  person: Visitor,
  row: ConversationRow,
  { draft, comment, email, problem }: Refused,
) => {
  const look = visitorLook(c)
  const reader = { ...readerOf(c, 'visitor', person.id), isOver: row.closedAt !== null }
  const earlier = await answerEarlier(c, reads, { id: row.id, reader }, ways)
  if (earlier) return earlier
  const keptOut = whyKeptOut({ desk }, c)
  const wanted = { id: row.id, newest: await newestOf(desk, row.id), reader }
  const content = ChatPage({
    ...look,
    ...(await readChat(reads, { ...row, ...answeringOf(desk, row.id) }, c.get('look').language)),
    ...(await readTranscript(c, reads, wanted, ways)),
    // Its row has been read, so this node has the context cached.
    seenUpTo: cachedContext(desk, 'conversation', row.id)?.seenByAgent ?? 0,
    clientId: desk.clock.id(),
    ...(keptOut ? { refused: sentenceFor(keptOut, look.language) } : {}),
    ...(draft ? { draft } : {}),
    ...(comment ? { comment } : {}),
    ...(problem ? whyNot(sentenceFor(problem, look.language), email) : {}),
  })
  return problem ? answerProblem(c, problem, content) : page(c, content)
}

/** It stands where they wrote: at the composer, or at the address that was not taken. */
const whyNot = (problem: string, email: string | undefined) =>
  email === undefined ? { problem } : { leave: { email, problem } }

const ways = { earlier: paths.chat.earlier, newest: paths.chat.page }
