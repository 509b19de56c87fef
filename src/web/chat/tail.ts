import { limits } from '../../../actors/limits'
import { isProblem } from '../../../actors/problem'
import { ChatTail } from '../../../views/chat/tail'
import { paths } from '../../../views/paths'
import { answeringOf } from '../../commands/conversations/access'
import { seen } from '../../commands/conversations/seen'
import { isFor } from '../../reads/entries'
import { entriesOf, linesOf } from '../../reads/transcript-lines'
import { readChat } from '../../reads/visitor-status'
import { answerProblem, page } from '../answer'
import { visitorLook } from '../context'
import { isOurFrame } from '../our-frame'
import { seqIn } from '../query'
import { route } from '../route'
import { currentOf } from './verb'

/** The part of the transcript after a seq, for pages without a script. */
export const showChatTail = route({
  method: 'GET',
  path: paths.chat.tailBase,
  permission: 'visitor',
  framed: true,
  show: async (c, web) => {
    const own = await currentOf(c, web)
    if (isProblem(own)) return answerProblem(c, own)
    const { desk, reads } = web
    const { person, row } = own
    const after = seqIn(c.req.query('after')) ?? 0
    const { transcripts } = desk.store
    const lines = await linesOf(transcripts, await transcripts.after(row.id, after, limits.page))
    // Only a page without a script has this frame, and no other way to say what was seen on it.
    if (isOurFrame(c)) await seen(desk, person, row.id, lines.at(-1)?.seq ?? after)
    return page(
      c,
      ChatTail({
        ...visitorLook(c),
        ...(await readChat(
          reads,
          { ...row, ...answeringOf(desk, row.id) },
          c.get('look').language,
        )),
        entries: entriesOf(lines).filter((entry) => isFor('visitor', entry)),
        viewer: person.id,
      }),
    )
  },
})
