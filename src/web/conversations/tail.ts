import { limits } from '../../../actors/limits'
import { paths } from '../../../views/paths'
import { RoomTail } from '../../../views/workbench/room/tail'
import { seen } from '../../commands/conversations/seen'
import { page } from '../answer'
import { isOurFrame } from '../our-frame'
import { seqIn } from '../query'
import { conversationPage } from './verb'

/** The part of the transcript after a seq, for pages without a script. */
export const showConversationTail = conversationPage({
  path: paths.workbench.tailBase,
  framed: true,
  show: async (c, { desk }, { person, row }) => {
    const after = seqIn(c.req.query('after')) ?? 0
    const entries = await desk.store.transcripts.after(row.id, after, limits.page)
    // Only a page without a script has this frame, and no other way to say what was seen on it.
    if (isOurFrame(c)) await seen(desk, person, row.id, entries.at(-1)?.seq ?? after)
    return page(c, RoomTail({ ...c.get('look'), entries, viewer: person.id }))
  },
})
