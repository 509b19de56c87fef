import type { Visitor } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { ChatPage } from '../../../views/chat/page'
import { StartPage } from '../../../views/chat/start'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { cachedContext, newestOf } from '../../commands/conversations/access'
import type { Desk } from '../../commands/desk'
import { current } from '../../commands/visitors/current'
import type { Feeds } from '../../feeds/feeds'
import { readChat } from '../../reads/visitor-status'
import { answerProblem, page, wantsPage } from '../answer'
import { typed } from '../body'
import { type Ask, readerOf } from '../context'
import { seqIn } from '../query'

/** The two pages, with whatever was typed still in them. */
export const chatPages = (desk: Desk, feeds: Feeds) => {
  const transcript = async (c: Ask, row: ConversationRow, viewer: string) => {
    const reader = readerOf(c, 'visitor', viewer)
    const before = seqIn(c.req.query('before'))
    return before
      ? feeds.desk.transcriptPages.before(row.id, before, reader)
      : feeds.desk.transcriptPages.newest(row.id, await newestOf(desk, row.id), reader)
  }

  const chat = async (
    c: Ask,
    person: Visitor,
    row: ConversationRow,
    more: { draft?: string; problem?: Problem } = {},
  ) => {
    const look = c.get('look')
    const { drawn, first, after } = await transcript(c, row, person.id)
    const content = ChatPage({
      ...look,
      ...(await readChat(feeds.desk, row)),
      drawn,
      earlier: first > 1 ? paths.chat.earlier(first) : null,
      after,
      // At hand since its row was looked at.
      seenUpTo: cachedContext(desk, 'conversation', row.id)?.seenByAgent ?? 0,
      clientId: desk.clock.id(),
      ...(more.draft ? { draft: more.draft } : {}),
      ...(more.problem ? { problem: sentenceFor(more.problem, look.language) } : {}),
    })
    return more.problem ? answerProblem(c, more.problem, content) : page(c, content)
  }

  return {
    chat,
    /** The conversation again, with why the last thing did not go and the text that was typed. */
    async refused(c: Ask, person: Visitor, id: string, problem: Problem, draft: string) {
      if (!wantsPage(c)) return answerProblem(c, problem)
      const row = await current(desk, person.id)
      return row?.id === id ? chat(c, person, row, { draft, problem }) : answerProblem(c, problem)
    },
    async start(c: Ask, refused?: { input: Record<string, unknown>; problem: Problem }) {
      const look = c.get('look')
      const departments = await feeds.desk.departments.choices()
      if (!refused) return page(c, StartPage({ ...look, departments, clientId: desk.clock.id() }))
      const { input, problem } = refused
      const content = StartPage({
        ...look,
        departments,
        clientId: desk.clock.id(),
        draft: {
          name: typed(input, 'name'),
          email: typed(input, 'email'),
          department: typed(input, 'department'),
          text: typed(input, 'text'),
        },
        problem: {
          says: sentenceFor(problem, look.language),
          ...(problem.field ? { field: problem.field } : {}),
        },
      })
      return answerProblem(c, problem, content)
    },
  }
}
