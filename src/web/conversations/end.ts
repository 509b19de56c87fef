import { paths } from '../../../views/paths'
import { end } from '../../commands/conversations/end'
import type { WebContext } from '../context'
import { conversationVerb, toList } from './verb'

export const endConversation = conversationVerb({
  path: paths.workbench.closure,
  permission: 'conversations.end',
  asks: 'end',
  run: ({ web, subject: { person, id } }) => end(web.desk, person, id),
  to: async (id, list, { web, subject: { person } }) => {
    const next = list.view === 'mine' ? await nextOf(web, person.id, id) : undefined
    return next === undefined ? toList(id, list) : paths.workbench.conversation(next)
  },
})

/** What its agent goes on with: of what they hold, the one that has waited longest to be read. */
const nextOf = async ({ desk }: WebContext, agent: string, ended: string) => {
  const held = await desk.store.conversations.held(agent)
  const open = held.filter(({ id, state }) => id !== ended && state === 'active')
  const unread = open.filter((row) => row.unread > 0).sort((a, b) => a.lastAt - b.lastAt)
  return (unread[0] ?? open[0])?.id
}
