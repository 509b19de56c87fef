import type { Visitor } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { ChatPage } from '../../../views/chat/page'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { cachedContext, newestOf } from '../../commands/conversations/access'
import type { Desk } from '../../commands/desk'
import { current } from '../../commands/visitors/current'
import type { Reads } from '../../reads/reads'
import { readChat } from '../../reads/visitor-status'
import { answerProblem, page, wantsPage } from '../answer'
import { type Ask, readerOf } from '../context'
import { seqIn } from '../query'
import { type RefusedStart, startPage } from './start-page'

/** The two pages, with whatever was typed still in them. */
export const chatPages = (desk: Desk, reads: Reads) => {
  const chat = (c: Ask, person: Visitor, row: ConversationRow, refused: Refused = {}) =>
    chatPage(desk, reads, c, person, row, refused)
  return {
    chat,
    /** The conversation again, with why the last thing did not go and what was typed. */
    async refused(c: Ask, person: Visitor, id: string, problem: Problem, words: Words) {
      if (!wantsPage(c)) return answerProblem(c, problem)
      const row = await current(desk, person.id)
      return row?.id === id
        ? chat(c, person, row, { ...words, problem })
        : answerProblem(c, problem)
    },
    start: (c: Ask, refused?: RefusedStart) => startPage(desk, reads, c, refused),
  }
}

/** What was typed: a message, or the words that go with stars. */
type Words = { draft?: string; comment?: string }
type Refused = Words & { problem?: Problem }

const chatPage = async (
  desk: Desk,
  reads: Reads,
  c: Ask,
  person: Visitor,
  row: ConversationRow,
  { draft, comment, problem }: Refused,
) => {
  const look = c.get('look')
  const { drawn, first, after } = await transcript(desk, reads, c, row, person.id)
  const content = ChatPage({
    ...look,
    ...(await readChat(reads, row)),
    drawn,
    earlier: first > 1 ? paths.chat.earlier(first) : null,
    after,
    // Its row has been read, so this node has the context cached.
    seenUpTo: cachedContext(desk, 'conversation', row.id)?.seenByAgent ?? 0,
    clientId: desk.clock.id(),
    ...(draft ? { draft } : {}),
    ...(comment ? { comment } : {}),
    ...(problem ? { problem: sentenceFor(problem, look.language) } : {}),
  })
  return problem ? answerProblem(c, problem, content) : page(c, content)
}

/** A page of it: the newest, or the one before an entry that was asked for. */
const transcript = async (
  desk: Desk,
  reads: Reads,
  c: Ask,
  row: ConversationRow,
  viewer: string,
) => {
  const reader = readerOf(c, 'visitor', viewer)
  const before = seqIn(c.req.query('before'))
  return before
    ? reads.transcriptPages.before(row.id, before, reader)
    : reads.transcriptPages.newest(row.id, await newestOf(desk, row.id), reader)
}
