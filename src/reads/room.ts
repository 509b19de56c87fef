import { addressOf } from '../../actors/address'
import { whyNotHanded, whyNotTaken } from '../../actors/agent/rights'
import { isMacroFor } from '../../actors/canned/macro'
import { type Verb, verbs } from '../../actors/conversation/verbs'
import { contextIn } from '../../actors/current'
import type { Staff } from '../../actors/people'
import { type ConversationRow, isOver } from '../../actors/summary'
import { answersIn } from '../../actors/text/answers'
import { emptyProfile } from '../../actors/visitor/profile'
import type { Rights } from '../../views/workbench/verbs'
import { may } from '../policies/may'
import { allows } from '../policies/permissions'
import type { InboxRow } from '../store/ports/conversations'
import { versionOf } from './editable'
import { withQueueStatus } from './queue-status'
import type { Reads } from './reads'

type Needed = Pick<Reads, 'store' | 'departments' | 'onDuty' | 'macros' | 'colleagues'>

/**
 * All that stands around a transcript on the workbench, for the page and for its feed; `until` is
 * when it is over though nothing rings, ms UTC.
 */
export const readRoom = async (reads: Reads, staff: Staff, row: ConversationRow) => {
  const { rows, until } = await withQueueStatus(reads, [row])
  const [conversation = row] = rows
  const rights = rightsOf(staff, conversation)
  const [department, targets, visitor, own, visit, fileLimits, agent, macros, answered, wrapUp] =
    await Promise.all([
      reads.departments.label(conversation.department),
      targetsOf(reads, staff, conversation),
      reads.store.visitors.find(conversation.visitor),
      rememberedOf(reads, staff, conversation),
      reads.store.visits.of(conversation.visitor),
      reads.departments.fileLimits(conversation.department),
      rights.take ? reads.store.agents.find(staff.id) : undefined,
      macrosOf(reads, staff),
      answersOf(reads, conversation),
      wrapUpOf(reads, conversation),
    ])
  const { earlier, subject, fromSite, address, ...remembered } = own
  const blocked = reads.blocks.all({ visitor: conversation.visitor, address: () => address })
  const { name, email } = visitor ?? {}
  const version = versionOf({ name, email, ...remembered.profile })
  const card = {
    ...{ ...remembered, visit: visit ?? null },
    version: allows(staff, 'visitors.edit') ? version : null,
  }
  return {
    ...{ conversation, department, targets, macros, earlier, card, subject, fromSite, fileLimits },
    answered,
    wrapUp,
    wrapUpFields: await reads.departments.wrapUpFields(conversation.department),
    visitor: visitor ?? null,
    ...{ rights, stuck: reads.isParked(conversation.id), blocked },
    // Nothing rings when a block is over.
    until: Math.min(until, ...blocked.map((block) => block.until ?? Number.POSITIVE_INFINITY)),
    seesStates: allows(staff, 'office.use'),
    hindrance: rights.take ? whyNotTaken(agent) : null,
    lookers: reads.colleagues.of(conversation.id, staff.id),
    page: isOver(conversation) ? null : reads.visitorPresence.of(conversation.visitor),
  }
}

/** What the visitor answered before the talk. */
const answersOf = async ({ store }: Needed, { id, answersSeq }: ConversationRow) => {
  if (answersSeq === 0) return []
  const [entry] = await store.transcripts.after(id, answersSeq - 1, 1)
  return entry?.body.kind === 'answers' ? answersIn(entry.text, entry.body) : []
}

/** What was filled in at its end. */
const wrapUpOf = async ({ store }: Needed, { id, wrapUp }: ConversationRow) => {
  if (!wrapUp?.filled) return []
  const [entry] = await store.transcripts.after(id, wrapUp.seq - 1, 1)
  return entry?.body.kind === 'wrapUp' ? answersIn(entry.text, entry.body) : []
}

/** What the policies let somebody do with a conversation, for the buttons. */
const rightsOf = (staff: Staff, row: ConversationRow): Rights =>
  Object.fromEntries(
    (Object.keys(verbs) as Verb[]).map((verb) => [verb, may[verb](staff, row)]),
  ) as Rights

/** To whom a conversation can be handed: colleagues, and other departments than its own. */
const targetsOf = async (desk: Needed, staff: Staff, row: ConversationRow) => {
  if (!may.transfer(staff, row)) return { agents: [], departments: [] }
  const [agents, departments] = await Promise.all([
    desk.store.agents.all(),
    desk.departments.choosable(),
  ])
  return {
    agents: agents
      // Who answers for no department was taken off the desk.
      .filter(({ id, departments }) => id !== staff.id && departments.length > 0)
      .map((agent) => ({ ...agent, why: whyNotHanded(agent) })),
    departments: await Promise.all(
      departments
        .filter(({ id }) => id !== row.department)
        .map(async ({ id, name }) => {
          const { isFor, shut } = await desk.onDuty.staffedNow(id)
          return { id, name, staffed: isFor(row.language), isShut: shut !== null }
        }),
    ),
  }
}

/** Those that somebody may run; whether one can be done here, it says when it is run. */
const macrosOf = async ({ macros }: Needed, staff: Staff) =>
  allows(staff, 'macros.run')
    ? (await macros.get())
        .filter((macro) => isMacroFor(macro, staff))
        .map(({ id, name, acts }) => ({ id, name, ends: acts.some(({ does }) => does === 'end') }))
    : []
const previewIn = ({ preview, previewFile }: InboxRow) => ({
  preview,
  ...(previewFile ? { previewFile } : {}),
})

const EARLIER_CONVERSATIONS = 5

/** What the visitor remembers, and their earlier conversations that this person may see. */
const rememberedOf = async (desk: Needed, staff: Staff, row: ConversationRow) => {
  const stored = await desk.store.turns.load(addressOf('visitor', row.visitor))
  const context = contextIn('visitor', stored?.snapshot)
  const { profile = emptyProfile, invitation = null, subject = '', fromSite = {} } = context ?? {}
  const { address = '' } = context ?? {}
  const ids = (context?.earlier ?? []).filter((id) => id !== row.id).slice(0, EARLIER_CONVERSATIONS)
  const rows = await Promise.all(ids.map((id) => desk.store.conversations.row(id)))
  const earlier = rows.flatMap((each) =>
    each && may.watch(staff, each)
      ? [{ id: each.id, at: each.openedAt, stars: each.stars, ...previewIn(each) }]
      : [],
  )
  return { earlier, profile, invitation, subject, fromSite, address }
}
