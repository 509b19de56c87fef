import { addressOf } from '../../../actors/address'
import type { BeforeTalk } from '../../../actors/conversation/events'
import { slaOf, timingsOf } from '../../../actors/department/settings'
import { limits } from '../../../actors/limits'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import { nameless } from '../../../actors/visitor/name'
import type { Sent } from '../../system/send'
import { contextOf } from '../conversations/access'
import type { Desk, From } from '../desk'
import { newToken } from '../tokens'
import { admit } from './admit'
import { ask } from './ask'
import { knownBy } from './known-by'
import { readStart } from './read-start'

export type Started = {
  visitor: string
  conversation: string
  /** The cookie of a visitor who is new; undefined for one who is known. */
  token: string | undefined
}

/** Where a first message comes from. `leaves`: nobody was there, and they know it. */
type About = From & { language: string; token?: string; leaves?: true }

/**
 * A visitor asks for help. With a conversation already open this is one more message in it.
 * The same `client_id` again answers with the same conversation. `about.token` is a cookie the
 * page gave out that no visitor has yet: who sends it twice is one visitor.
 * Problems: invalid (field), limited, conflict `parked` | `chatEnded` | `otherText`.
 */
export const start = async (
  desk: Desk,
  person: Visitor | null,
  input: unknown,
  about: About,
): Promise<Started | Problem> => {
  const form = await readStart(desk, input, about)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('start', about.address)
  if (limited) return limited
  const at = desk.clock.now()
  const token = person ? undefined : (about.token ?? newToken())
  const visitor = person?.id ?? (await admit(desk, token ?? newToken(), at))
  const conversation = await ask(desk, visitor, {
    ...form.about,
    clientId: form.client_id,
    language: about.language,
    address: desk.masks.address(about.address),
  })
  if (isProblem(conversation)) return conversation
  const name = form.about.name || (await knownName(desk, visitor)) || nameless(visitor)
  const words = { at, name, clientId: form.client_id, text: form.text }
  const { department, before } = form
  const { language } = about
  const where = { conversation, visitor, department, before, email: form.about.email, language }
  const said = await openOrSay(desk, where, words)
  if (said.outcome === 'refused') return new Problem('conflict', 'chatEnded')
  if (said.outcome === 'parked') return new Problem('conflict', 'parked')
  if (said.outcome === 'repeat' && said.entry.text !== form.text)
    return new Problem('conflict', 'otherText')
  return { visitor, conversation, token }
}

type Words = { at: number; name: string; clientId: string; text: string }
type Where = {
  conversation: string
  visitor: string
  department: DepartmentRow
  email: string
  language: string
  before: BeforeTalk & { leaves?: true }
}

/**
 * Opens a conversation; where it is open already this is one more message in it, below what was answered
 * before.
 */
const openOrSay = async (
  desk: Desk,
  { conversation, visitor, department, email, language, before }: Where,
  words: Words,
): Promise<Sent> => {
  const address = addressOf('conversation', conversation)
  const opened = await desk.system.send(address, {
    ...{ type: 'opened', visitor, ...words },
    ...{ department: department.id, departmentName: department.name },
    timings: timingsOf(department.settings),
    ...slaOf(department.settings, words.at),
    ...before,
    visitorWants: { language, topics: await knownBy(desk, visitor) },
  })
  if (opened.outcome !== 'refused') return opened
  const theirs = { by: 'visitor', author: visitor } as const
  // They answered in another tab what this talk did not ask any more: it is theirs to say all the same.
  if (before.details) {
    const told = { ...words, clientId: answersId(words.clientId), text: before.details }
    const kept = await desk.system.send(address, { type: 'said', ...theirs, ...told })
    if (kept.outcome !== 'done' && kept.outcome !== 'repeat') return kept
  }
  if (email) {
    const known = { type: 'introduced', at: words.at, email } as const
    await desk.system.send(addressOf('visitor', visitor), known)
  }
  const said = await desk.system.send(address, { type: 'said', ...theirs, ...words })
  // Where somebody is with them by now there is nothing to leave it at.
  if (before.leaves && said.outcome !== 'refused')
    await desk.system.send(address, { type: 'leftMessage', at: words.at, ...theirs })
  return said
}

/** The same for the same request: what comes twice stands there once. */
const answersId = (clientId: string): string =>
  `${clientId.slice(0, limits.clientId - ANSWERS.length)}${ANSWERS}`
const ANSWERS = '-answers'

/** What they called themselves before. */
const knownName = async (desk: Desk, visitor: string): Promise<string> =>
  (await contextOf(desk, 'visitor', visitor)).name ?? ''
