import { agentSettings } from '../../../actors/agent/settings'
import { limits } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { AgentRow } from '../../../actors/summary'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { DecisionsPage } from '../../../views/workbench/decisions'
import type { List } from '../../../views/workbench/inbox/lists'
import { WorkbenchPage } from '../../../views/workbench/page'
import type { Room } from '../../../views/workbench/room/columns'
import { RoomTail } from '../../../views/workbench/room/tail'
import { accept, decline } from '../../commands/agents/answer-offer'
import { claim } from '../../commands/agents/claim'
import { setStatus } from '../../commands/agents/status'
import { cachedContext, find, newestOf } from '../../commands/conversations/access'
import { end } from '../../commands/conversations/end'
import { say } from '../../commands/conversations/say'
import { seen, tellSeen } from '../../commands/conversations/seen'
import { transfer } from '../../commands/conversations/transfer'
import { typing } from '../../commands/conversations/typing'
import type { Desk } from '../../commands/desk'
import type { Feeds } from '../../feeds/feeds'
import { may } from '../../policies/may'
import { bannerOf, namesOf, readLists } from '../../reads/inbox'
import { readRoom } from '../../reads/room'
import { answer, answerProblem, page, seeOther, wantsPage } from '../answer'
import { fields, typed } from '../body'
import { type App, type Ask, readerOf } from '../context'
import { keysIn, listIn, seqIn } from '../live/cursor'
import { isOurFrame } from './frame'
import { answerSaid } from './said'

const { workbench } = paths
const ID = ':id'

/** The agents' pages and forms. */
export const workbenchRoutes = (app: App, desk: Desk, feeds: Feeds) => {
  const show = pages(desk, feeds)

  /** A verb on one conversation: done and back to it, or its page with what was wrong. */
  const verb = (
    path: string,
    work: (c: Ask, person: Staff, id: string) => Promise<null | Problem>,
    to: (id: string, list: List) => string = workbench.conversation,
  ) =>
    app.post(path, async (c) => {
      const id = idOf(c)
      const outcome = await work(c, staff(c), id)
      if (isProblem(outcome)) return show.refused(c, id, outcome)
      const next = to(id, listBefore(c))
      return wantsPage(c) ? seeOther(c, next) : done(c, next)
    })

  app.get(workbench.page, (c) => show.bench(c, null))

  app.post(workbench.status, async (c) => {
    const outcome = await setStatus(desk, staff(c), await fields(c))
    return answer(c, outcome, () => (wantsPage(c) ? seeOther(c, cameFrom(c)) : c.body(null, 204)))
  })

  app.get(workbench.conversation(ID), async (c) => {
    const person = staff(c)
    const row = await find(desk, person, idOf(c))
    if (isProblem(row)) return answerProblem(c, row)
    return show.bench(c, row.id)
  })

  app.get(workbench.decisions(ID), async (c) => {
    const row = await find(desk, staff(c), idOf(c))
    if (isProblem(row)) return answerProblem(c, row)
    const decisions = (await desk.store.turns.decisions(row.id)).toReversed()
    const departments = await namesOf(feeds.desk)
    const shown = { conversation: row, decisions, departments, list: listOf(c) }
    return page(c, DecisionsPage({ ...c.get('look'), ...shown }))
  })

  app.get(workbench.tailBase(ID), async (c) => {
    const person = staff(c)
    const row = await find(desk, person, idOf(c))
    if (isProblem(row)) return answerProblem(c, row)
    const after = seqIn(c.req.query('after')) ?? 0
    const entries = await desk.store.transcripts.after(row.id, after, limits.page)
    // Only a page without a script has this frame, and no other way to say what was seen on it.
    if (isOurFrame(c)) await seen(desk, person, row.id, entries.at(-1)?.seq ?? after)
    return page(c, RoomTail({ ...c.get('look'), entries, viewer: person.id }))
  })

  app.post(workbench.messages(ID), async (c) => {
    const input = await fields(c)
    const id = idOf(c)
    const person = staff(c)
    const said = await say(desk, person, id, input, { address: c.get('address')() })
    if (isProblem(said)) return show.refused(c, id, said, typed(input, 'text'))
    const to = workbench.conversation(id, listBefore(c))
    return answerSaid(c, feeds, said, readerOf(c, 'desk', person.id), to)
  })

  verb(workbench.claim(ID), (_c, person, id) => claim(desk, person, id))
  verb(workbench.acceptance(ID), (_c, person, id) => accept(desk, person, id))
  verb(
    workbench.refusal(ID),
    (_c, person, id) => decline(desk, person, id),
    (_id, list) => workbench.list(list),
  )
  verb(workbench.transfer(ID), async (c, person, id) => transfer(desk, person, id, await fields(c)))
  verb(
    workbench.closure(ID),
    (_c, person, id) => end(desk, person, id),
    (_id, list) => workbench.list(list),
  )
  verb(workbench.typing(ID), (c, person, id) => typing(desk, person, id, keysIn(c)))
  verb(workbench.seen(ID), async (c, person, id) => tellSeen(desk, person, id, await fields(c)))
}

/** The table lets nobody else come here. */
export const staff = (c: Ask): Staff => {
  const person = c.get('person')
  if (!may.work(person)) throw new Error('a staff route without staff')
  return person
}

const idOf = (c: Ask): string => c.req.param('id') ?? ''

/** Done, and where its page goes on unless it is there already. */
const done = (c: Ask, to: string): Response => c.body(null, 204, { 'HX-Location': to })

/** The workbench page a form was on, and the list that was chosen there. */
const cameFrom = (c: Ask): string => {
  const [, id] = /^\/workbench\/conversations\/([\w-]+)$/.exec(pageBefore(c)?.pathname ?? '') ?? []
  return id ? workbench.conversation(id, listBefore(c)) : workbench.list(listBefore(c))
}
const listBefore = (c: Ask): List => listIn(pageBefore(c)?.searchParams ?? new URLSearchParams())
const pageBefore = (c: Ask): URL | null => URL.parse(c.req.header('Referer') ?? '')

const listOf = (c: Ask): List => listIn(new URL(c.req.url).searchParams)

const pages = (desk: Desk, feeds: Feeds) => {
  const room = async (c: Ask, person: Staff, id: string): Promise<Room | Problem> => {
    const row = await find(desk, person, id)
    if (isProblem(row)) return row
    const before = seqIn(c.req.query('before'))
    const reader = readerOf(c, 'desk', person.id)
    const { drawn, first, after } = before
      ? await feeds.desk.transcriptPages.before(id, before, reader)
      : await feeds.desk.transcriptPages.newest(id, await newestOf(desk, id), reader)
    return {
      ...(await readRoom(feeds.desk, person, row)),
      clientId: desk.clock.id(),
      drawn,
      earlierEntries: first > 1 ? workbench.earlier(id, first, listOf(c)) : null,
      after,
      // At hand since its row was looked at.
      seenUpTo: cachedContext(desk, 'conversation', id)?.seenByVisitor ?? 0,
    }
  }

  const bench = async (
    c: Ask,
    id: string | null,
    more: { problem?: Problem; draft?: string } = {},
  ) => {
    const person = staff(c)
    const look = c.get('look')
    const problem = more.problem && sentenceFor(more.problem, look.language)
    const opened = id === null ? null : await room(c, person, id)
    if (isProblem(opened)) return answerProblem(c, opened)
    const list = c.req.method === 'POST' ? listBefore(c) : listOf(c)
    const inbox = await readLists(feeds.desk, person, list)
    const agent = (await desk.store.inbox.agent(person.id)) ?? nobody(person)
    const said = more.draft !== undefined
    const content = WorkbenchPage({
      ...look,
      me: { id: person.id, name: person.name },
      agent,
      inbox,
      room: opened && { ...opened, ...(said ? { draft: more.draft, problem } : {}) },
      banner: bannerOf(agent),
      ...(said || problem === undefined ? {} : { problem }),
    })
    return more.problem ? answerProblem(c, more.problem, content) : page(c, content)
  }

  return {
    bench,
    /** The page again, with why it did not go and the text that was typed. */
    async refused(c: Ask, id: string, problem: Problem, draft?: string) {
      const hidden = problem.code === 'missing' || !wantsPage(c)
      return hidden ? answerProblem(c, problem) : bench(c, id, { problem, draft })
    },
  }
}

/** Somebody with an account but no place at the desk. */
const nobody = (person: Staff): AgentRow => ({
  id: person.id,
  name: person.name,
  status: 'off',
  present: false,
  lost: false,
  mayReply: false,
  load: 0,
  departments: person.departments,
  settings: { ...agentSettings.initial, capacity: 0 },
})
