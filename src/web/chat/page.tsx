import type { Visitor } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { ChatPage } from '../../../views/chat/page'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { cachedContext, newestOf } from '../../commands/conversations/access'
import type { Desk } from '../../commands/desk'
import { current } from '../../commands/visitors/current'
import type { Feeds } from '../../feeds/feeds'
import { readChat } from '../../reads/visitor-status'
import { answerProblem, page, wantsPage } from '../answer'
import { type Ask, readerOf } from '../context'
import { seqIn } from '../query'
import { type RefusedStart, startPage } from './start-page'

/** The two pages, with whatever was typed still in them. */
export const chatPages = (desk: Desk, feeds: Feeds) => {
  const chat = (c: Ask, person: Visitor, row: ConversationRow, refused: Refused = {}) =>
    chatPage(desk, feeds, c, person, row, refused)
  return {
    chat,
    /** The conversation again, with why the last thing did not go and the text that was typed. */
    async refused(c: Ask, person: Visitor, id: string, problem: Problem, draft: string) {
      if (!wantsPage(c)) return answerProblem(c, problem)
      const row = await current(desk, person.id)
      return row?.id === id ? chat(c, person, row, { draft, problem }) : answerProblem(c, problem)
    },
    start: (c: Ask, refused?: RefusedStart) => startPage(desk, feeds, c, refused),
  }
}

type Refused = { draft?: string; problem?: Problem }

const chatPage = async (
  desk: Desk,
  feeds: Feeds,
  c: Ask,
  person: Visitor,
  row: ConversationRow,
  { draft, problem }: Refused,
) => {
  const look = c.get('look')
  const { drawn, first, after } = await transcript(desk, feeds, c, row, person.id)
  const content = ChatPage({
    ...look,
    ...(await readChat(feeds.desk, row)),
    drawn,
    earlier: first > 1 ? paths.chat.earlier(first) : null,
    after,
    // At hand since its row was looked at.
    seenUpTo: cachedContext(desk, 'conversation', row.id)?.seenByAgent ?? 0,
    clientId: desk.clock.id(),
    ...(draft ? { draft } : {}),
    ...(problem ? { problem: sentenceFor(problem, look.language) } : {}),
  })
  return problem ? answerProblem(c, problem, content) : page(c, content)
}

/** A page of it: the newest, or the one before an entry that was asked for. */
const transcript = async (
  desk: Desk,
  feeds: Feeds,
  c: Ask,
  row: ConversationRow,
  viewer: string,
) => {
  const reader = readerOf(c, 'visitor', viewer)
  const before = seqIn(c.req.query('before'))
  return before
    ? feeds.desk.transcriptPages.before(row.id, before, reader)
    : feeds.desk.transcriptPages.newest(row.id, await newestOf(desk, row.id), reader)
}
