import { isForDesk } from '../../../actors/entry'
import { limits, REOPEN_WINDOW_MS } from '../../../actors/limits'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type ConversationRow, isOver } from '../../../actors/summary'
import { ChatPage } from '../../../views/chat/page'
import { StartPage } from '../../../views/chat/start'
import { ChatTail } from '../../../views/chat/tail'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { cachedContext, newestOf } from '../../commands/conversations/access'
import { end } from '../../commands/conversations/end'
import { rate } from '../../commands/conversations/rate'
import { reopen } from '../../commands/conversations/reopen'
import { sayHere } from '../../commands/conversations/say'
import { seen, tellSeen } from '../../commands/conversations/seen'
import { typing } from '../../commands/conversations/typing'
import type { Desk } from '../../commands/desk'
import { newToken } from '../../commands/tokens'
import { current } from '../../commands/visitors/current'
import { start } from '../../commands/visitors/start'
import type { Config } from '../../config'
import type { Feeds } from '../../feeds/feeds'
import { readChat } from '../../reads/visitor-status'
import { answer, answerProblem, page, seeOther, wantsJson, wantsPage } from '../answer'
import { fields, typed } from '../body'
import { type App, type Ask, readerOf } from '../context'
import { keysIn, seqIn } from '../live/cursor'
import { cookieNames, keepCookie } from '../request/cookies'
import { isOurFrame } from './frame'
import { answerSaid } from './said'

/** The visitor's pages and forms. Each works as a plain form, and answers pages that ask for parts. */
export const chatRoutes = (app: App, desk: Desk, config: Config, feeds: Feeds) => {
  const names = cookieNames(config)
  const { chat } = paths
  const show = pages(desk, feeds)

  app.get(chat.page, async (c) => {
    const person = visitorOf(c)
    // Given out before the first message: a first message that is sent twice is one visitor's.
    if (!c.get('visitorToken')) keepCookie(c, names, 'visitor', newToken())
    const row = person && (await current(desk, person.id))
    const anew = c.req.query('new') !== undefined && row && isOver(row)
    if (!row || anew || isOld(desk, row)) return show.start(c)
    return show.chat(c, person, row)
  })

  app.post(chat.page, async (c) => {
    const input = await fields(c)
    const token = c.get('visitorToken')
    const about = {
      address: c.get('address')(),
      language: c.get('look').language,
      ...(token ? { token } : {}),
    }
    const started = await start(desk, visitorOf(c), input, about)
    if (isProblem(started)) return show.start(c, { input, problem: started })
    if (started.token && started.token !== token) keepCookie(c, names, 'visitor', started.token)
    if (wantsJson(c)) return c.json({ conversation: started.conversation }, 201)
    return seeOther(c, `${chat.page}#e-${typed(input, 'client_id')}`)
  })

  app.post(chat.messages, async (c) => {
    const input = await fields(c)
    const person = visitorOf(c)
    const refused = (problem: Problem) => show.start(c, { input: { text: input.text }, problem })
    if (!person) return refused(new Problem('conflict', 'chatEnded'))
    const said = await sayHere(desk, person, input, { address: c.get('address')() })
    if (!isProblem(said))
      return answerSaid(c, feeds, said, readerOf(c, 'visitor', person.id), chat.page)
    const row = await current(desk, person.id)
    return row ? show.refused(c, person, row.id, said, typed(input, 'text')) : refused(said)
  })

  app.get(chat.tailBase, (c) =>
    withCurrent(c, desk, async (person, row) => {
      const after = seqIn(c.req.query('after')) ?? 0
      const entries = await desk.store.transcripts.after(row.id, after, limits.page)
      // Only a page without a script has this frame, and no other way to say what was seen on it.
      if (isOurFrame(c)) await seen(desk, person, row.id, entries.at(-1)?.seq ?? after)
      return page(
        c,
        ChatTail({
          ...c.get('look'),
          ...(await readChat(feeds.desk, row)),
          entries: entries.filter((entry) => !isForDesk(entry)),
          viewer: person.id,
        }),
      )
    }),
  )

  app.post(chat.typing, (c) =>
    withCurrent(c, desk, async (person, row) =>
      answer(c, await typing(desk, person, row.id, keysIn(c)), () => c.body(null, 204)),
    ),
  )

  app.post(chat.seen, (c) =>
    withCurrent(c, desk, async (person, row) => {
      const outcome = await tellSeen(desk, person, row.id, await fields(c))
      return answer(c, outcome, () => c.body(null, 204))
    }),
  )

  app.post(chat.closure, (c) =>
    withCurrent(c, desk, async (person, row) =>
      answer(c, await end(desk, person, row.id), () => back(c)),
    ),
  )

  app.post(chat.reopening, (c) =>
    withCurrent(c, desk, async (person, row) => {
      // What he was still writing when it ended goes with it.
      const input = c.req.header('Content-Type') ? await fields(c) : {}
      const text = typed(input, 'text')
      const reopened = await reopen(desk, person, row.id)
      if (text.trim() === '') return answer(c, reopened, () => back(c))
      const isOpen = !isProblem(reopened) || reopened.reason === 'chatOpen'
      const form = { text, client_id: input.client_id }
      const said = isOpen
        ? await sayHere(desk, person, form, { address: c.get('address')() })
        : reopened
      return isProblem(said) ? show.refused(c, person, row.id, said, text) : back(c)
    }),
  )

  app.post(chat.rating, (c) =>
    withCurrent(c, desk, async (person, row) => {
      const rated = await rate(desk, person, row.id, await fields(c))
      return isProblem(rated) ? show.refused(c, person, row.id, rated, '') : back(c)
    }),
  )
}

const visitorOf = (c: Ask): Visitor | null => {
  const person = c.get('person')
  return person?.kind === 'visitor' ? person : null
}

/** After the visitor's own choice was done. Nothing to say to a script but that it was. */
const back = (c: Ask) => (wantsPage(c) ? seeOther(c, paths.chat.page) : c.body(null, 204))

/** Does something with the visitor's own conversation; without one there is nothing here. */
const withCurrent = async (
  c: Ask,
  desk: Desk,
  work: (person: Visitor, row: ConversationRow) => Promise<Response>,
) => {
  const person = visitorOf(c)
  const row = person && (await current(desk, person.id))
  return row ? work(person, row) : answerProblem(c, new Problem('missing', 'missing'))
}

/** When it can no longer be gone on with, the visitor is greeted anew. */
const isOld = (desk: Desk, row: ConversationRow) =>
  row.closedAt !== null && desk.clock.now() - row.closedAt > REOPEN_WINDOW_MS

/** The two pages, with whatever was typed still in them. */
const pages = (desk: Desk, feeds: Feeds) => {
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
