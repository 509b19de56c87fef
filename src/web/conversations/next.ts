import type { Staff } from '../../../actors/people'
import { paths } from '../../../views/paths'
import type { List } from '../../../views/workbench/inbox/lists'
import type { WebContext } from '../context'
import type { Asked } from '../route'
import { cameFrom } from '../workbench/before'
import { toList } from './verb'

/**
 * Where somebody goes on who has ended a conversation: of what they hold, to the one that has waited
 * longest to be read; from another list than their own, or with nothing left, back to it.
 */
export const toNext = async (
  id: string,
  list: List,
  { web, subject }: Asked<{ person: Staff; id: string }>,
): Promise<string> => {
  const next = list.view === 'mine' ? await nextOf(web, subject.person.id, id) : undefined
  return next === undefined ? toList(id, list) : paths.workbench.conversation(next)
}

/** Back to the conversation they were in; from the one they declined, which is not theirs, to the list. */
export const toWhereTheyWere = (
  id: string,
  list: List,
  { c }: Asked<{ person: Staff; id: string }>,
): string => {
  const from = cameFrom(c)
  return from === paths.workbench.conversation(id, list) ? toList(id, list) : from
}

/** To the conversation that it goes on in. */
export const toMerged = async (
  id: string,
  list: List,
  { web }: Asked<{ person: Staff; id: string }>,
): Promise<string> => {
  const row = await web.desk.store.conversations.find(id)
  return paths.workbench.conversation(row?.mergedInto ?? id, list)
}

const nextOf = async ({ desk }: WebContext, agent: string, ended: string) => {
  const held = await desk.store.conversations.held(agent)
  const open = held.filter(({ id, state, snooze }) => id !== ended && state === 'active' && !snooze)
  const unread = open.filter((row) => row.unread > 0).sort((a, b) => a.lastAt - b.lastAt)
  return (unread[0] ?? open[0])?.id
}
