import { agentSettings } from '../../../actors/agent/settings'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { AgentRow } from '../../../actors/summary'
import { sentenceFor } from '../../../views/words'
import { OpenedRoom } from '../../../views/workbench/middle'
import { WorkbenchPage } from '../../../views/workbench/page'
import type { Room } from '../../../views/workbench/room/columns'
import { profileOf } from '../../commands/me/change'
import { cannedDraft } from '../../reads/canned'
import { bannerOf, readLists } from '../../reads/inbox'
import { readListTools } from '../../reads/list-tools'
import { answerProblem, isHtmx, page, wantsPage } from '../answer'
import { type Ask, readerOf, type WebContext } from '../context'
import { staff } from '../person'
import { answerEarlier } from '../transcript'
import { listBefore, listOf } from './before'
import { outcomeIn } from './outcome'
import { openedRoom, waysOf } from './room'

/** What was typed and did not go: in the composer, for colleagues only perhaps, or elsewhere. */
export type Draft = { draft: string; isInside: boolean } | { beside: string }

/** The workbench, with one conversation open or none. */
export const workbenchPages = (web: WebContext) => {
  const { desk, reads } = web

  const show = async (
    c: Ask,
    id: string | null,
    more: { problem?: Problem; draft?: Draft } = {},
  ) => {
    const person = staff(c)
    const reader = readerOf(c, 'desk', person.id)
    const earlier = id && (await answerEarlier(c, reads, { id, reader }, waysOf(c, id)))
    if (earlier) return earlier
    const look = c.get('look')
    const problem = more.problem && sentenceFor(more.problem, look.language)
    const opened = id === null ? null : await openedRoom(c, web, person, id)
    if (isProblem(opened)) return answerProblem(c, opened)
    const list = c.req.method === 'POST' ? listBefore(c) : listOf(c)
    const me = { id: person.id, name: person.name }
    // A page that stays where it is asks for what another conversation changes of it, and no more.
    if (c.req.method === 'GET' && isHtmx(c))
      return page(c, OpenedRoom({ ...look, me, inbox: { list }, room: opened }))
    const lists = readLists(reads, person, list)
    const [inbox, tools, { notices }] = await Promise.all([
      lists,
      readListTools(reads, person, list, lists),
      profileOf(desk, person.id),
    ])
    const outcome = await outcomeIn(c, web, person)
    const agent = (await desk.store.agents.find(person.id)) ?? nobody(person)
    const draft = more.draft ?? (await preparedDraft(c, web, person, opened))
    // What the composer did not send is said of where one reads first.
    const atComposer = draft !== undefined && 'draft' in draft
    const content = WorkbenchPage({
      ...look,
      me,
      office: web.menu(person)[0]?.path ?? null,
      agent,
      notices,
      tags: reads.settings.tags().map(({ name }) => name),
      inbox,
      tools,
      room: opened && {
        ...{ ...opened, ...draft, ...(atComposer ? { problem } : {}) },
        isStale: more.problem?.reason === 'colleagueWrote',
      },
      banner: bannerOf(agent),
      ...(!opened && draft && 'beside' in draft ? { kept: draft.beside } : {}),
      ...(outcome ? { outcome } : {}),
      ...(atComposer || problem === undefined ? {} : { problem }),
    })
    return more.problem ? answerProblem(c, more.problem, content) : page(c, content)
  }

  return {
    show,
    /** The page again, with why it did not go and the text that was typed. */
    async refused(c: Ask, id: string, problem: Problem, draft?: Draft) {
      const hidden = problem.code === 'missing' || !wantsPage(c)
      return hidden ? answerProblem(c, problem) : show(c, id, { problem, draft })
    },
  }
}

/** The canned reply that the address of a page names, for its composer. */
const preparedDraft = async (
  c: Ask,
  { desk }: WebContext,
  person: Staff,
  room: Room | null,
): Promise<Draft | undefined> => {
  const canned = c.req.method === 'GET' ? c.req.query('canned') : undefined
  if (canned === undefined || !room?.rights.say) return undefined
  const draft = await cannedDraft(desk.store, person, room.conversation, canned)
  return draft === undefined ? undefined : { draft, isInside: false }
}

/** Somebody with an account but no place at the desk. */
const nobody = (person: Staff): AgentRow => ({
  id: person.id,
  name: person.name,
  status: 'off',
  present: false,
  lost: false,
  awayFor: '',
  mayReply: false,
  load: 0,
  departments: person.departments,
  settings: { ...agentSettings.initial, capacity: 0 },
})
