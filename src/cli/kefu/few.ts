import { cannedLimits } from '../../../actors/canned/reply'
import { limits } from '../../../actors/limits'
import type { Written } from '../../../actors/moving/line'
import type { Staging } from './staging'
import type { Cell } from './tables'
import { kept, plainOf, unescaped, upTo } from './text'

/** Who wrote, and from where it came. */
export type Given = {
  source: string
  /** What the department is called that everybody begins with. */
  usual: string
}

export const textIn = (cell: Cell): string => unescaped(kept(cell ?? '')).trim()

/** The department of who belongs to none. */
export const NO_GROUP = '0'

type FewLine = Written<'department'> | Written<'person'> | Written<'canned'> | Written<'tag'>

/** Groups, agents and what the robot knew. */
export function* fewLines(staging: Staging, given: Given): Generator<FewLine> {
  yield* departmentLines(staging, given)
  yield* personLines(staging, given)
  yield* cannedLines(staging, given)
}

function* departmentLines(staging: Staging, { source, usual }: Given) {
  const of = { kind: 'department', source } as const
  yield { ...of, source_id: NO_GROUP, name: usual }
  for (const { id, group_name: name } of staging.all('service_groups'))
    if (id !== null)
      yield { ...of, source_id: id, name: upTo(textIn(name), limits.name) || `Group ${id}` }
}

/** Groups of an agent: one, or several with commas between them. */
export const groupsOf = (staging: Staging) => {
  const known = new Set(staging.all('service_groups').map(({ id }) => id))
  return (cell: Cell): string[] => {
    const named = (cell ?? '').split(',').map((one) => one.trim())
    const groups = named.filter((one) => known.has(one))
    return groups.length > 0 ? groups : [NO_GROUP]
  }
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** Roles that run the whole system there run the desk here; nobody becomes its owner. */
const roles: Readonly<Record<string, string>> = { manager: 'admin', super_manager: 'admin' }

/**
 * Agents, without their passwords. Who has no address, or that of somebody before, gets one that no mail
 * goes to, for somebody to put right: they sign in by it.
 */
function* personLines(staging: Staging, { source }: Given): Generator<Written<'person'>> {
  const groups = groupsOf(staging)
  const taken = new Set<string>()
  for (const agent of staging.all('services')) {
    const { service_id: id, user_name: user, nick_name: nick, level } = agent
    if (id === null) continue
    const typed = textIn(agent.email).toLowerCase()
    const isFree = EMAIL.test(typed) && !taken.has(typed)
    const email = isFree ? typed : placeFor(source, id, textIn(user))
    taken.add(email)
    const most = Math.round(Number(agent.max_concurrent_chats ?? 5)) || 5
    yield {
      ...{ kind: 'person', source, source_id: id, email },
      name: upTo(textIn(nick) || textIn(user), limits.name) || `Agent ${id}`,
      role: roles[level ?? ''] ?? 'agent',
      departments: groups(agent.group_id),
      settings: { capacity: Math.min(limits.capacity, Math.max(1, most)) },
    }
  }
}

/** Where no mail ever goes (RFC 2606). */
const placeFor = (source: string, id: string, user: string): string => {
  const plain = user.toLowerCase().replace(/[^a-z0-9._-]/g, '')
  const host = source.toLowerCase().replace(/[^a-z0-9-]/g, '') || 'kefu'
  return `${plain ? `${plain}.` : 'agent.'}${id.replace(/\W/g, '')}@${host}.invalid`
}

/** Whether it was in use there. */
const isOn = (status: Cell): boolean => !['0', 'close', 'disabled', 'off'].includes(status ?? '1')

function* cannedLines(staging: Staging, { source }: Given): Generator<Written<'canned'>> {
  const of = { kind: 'canned', source } as const
  const folderOf = (name: string, status: Cell) => (isOn(status) ? name : `${name} (off)`)
  for (const one of staging.all('questions')) {
    const body = textIn(one.answer_text) || plainOf(kept(one.answer ?? ''))
    const title = upTo(plainOf(kept(one.question ?? '')).replace(/\s+/g, ' '), cannedLimits.title)
    const place = { code: `faq-${one.qid}`, folder: folderOf('FAQ', one.status) }
    yield { ...of, source_id: `question ${one.qid}`, ...place, title, body }
  }
  for (const one of staging.all('robots')) {
    const title = upTo(plainOf(kept(one.keyword ?? '')).replace(/\s+/g, ' '), cannedLimits.title)
    const place = { code: `robot-${one.id}`, folder: folderOf('Robot', one.status) }
    yield {
      ...of,
      source_id: `robot ${one.id}`,
      ...place,
      title,
      body: plainOf(kept(one.reply ?? '')),
    }
  }
}
