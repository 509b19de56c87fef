import { limits } from '../../../actors/limits'
import { paths } from '../../../views/paths'
import { refreshS } from '../../../views/refresh'
import { RoomTail } from '../../../views/workbench/room/tail'
import { seen } from '../../commands/conversations/seen'
import { entriesOf, linesOf } from '../../reads/transcript-lines'
import { page } from '../answer'
import { isOurFrame } from '../our-frame'
import { seqIn } from '../query'
import { conversationPage } from './verb'

/** The part of the transcript after a seq, for pages without a script. */
export const showConversationTail = conversationPage({
  path: paths.workbench.tailBase,
  framed: true,
  renewsS: refreshS.tail,
  show: async (c, { desk }, { person, row }) => {
    const after = seqIn(c.req.query('after')) ?? 0
    const { transcripts } = desk.store
    const lines = await linesOf(transcripts, await transcripts.after(row.id, after, limits.page))
    // Only a page without a script has this frame, and no other way to say what was seen on it.
    if (isOurFrame(c)) await seen(desk, person, row.id, lines.at(-1)?.seq ?? after)
    return page(c, RoomTail({ ...c.get('look'), entries: entriesOf(lines), viewer: person.id }))
  },
})
