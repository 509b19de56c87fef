import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { Audience } from '../../../views/transcript/entry-props'
import { transcriptData } from '../../../views/transcript/file/data'
import type { TranscriptFile } from '../../../views/transcript/file/lines'
import { TranscriptFilePage } from '../../../views/transcript/file/page'
import { transcriptText } from '../../../views/transcript/file/text'
import { dayOf } from '../../../views/words/times'
import { wholeTranscript } from '../../reads/whole-transcript'
import { answerProblem, wantsJson } from '../answer'
import { currentOf } from '../chat/verb'
import { type Ask, readerOf, type WebContext } from '../context'
import { conversationPage } from '../conversations/verb'
import { route } from '../route'

/** How a transcript is taken along: what it is then, and how it is written. */
const formats = {
  txt: ['text/plain; charset=utf-8', transcriptText],
  html: ['text/html; charset=utf-8', (file: TranscriptFile) => String(TranscriptFilePage(file))],
  json: [
    'application/json; charset=utf-8',
    (file: TranscriptFile) => JSON.stringify(transcriptData(file), null, 2),
  ],
} as const

const isFormat = (asked: string): asked is keyof typeof formats => Object.hasOwn(formats, asked)

/** All of a conversation that its reader may see, as a file; as text where they do not say how. */
const answerTranscript = async (
  c: Ask,
  { desk }: WebContext,
  conversation: string,
  { audience, viewer }: { audience: Audience; viewer: string },
): Promise<Response> => {
  const asked = c.req.query('format') ?? (wantsJson(c) ? 'json' : 'txt')
  if (!isFormat(asked))
    return answerProblem(
      c,
      new Problem('invalid', 'fieldNotValid', { field: 'format', values: { field: 'format' } }),
    )
  const { language, zone } = readerOf(c, audience, viewer)
  const now = desk.clock.now()
  const entries = await wholeTranscript(desk.store, conversation, audience)
  const [type, write] = formats[asked]
  const file = { conversation, entries, audience, viewer, language, zone, now }
  return c.body(write(file), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="chat-${dayOf(now, zone)}.${asked}"`,
  })
}

const chatTranscript = route({
  ...{ method: 'GET', path: paths.chat.transcript, permission: 'visitor', passing: true },
  show: async (c, web) => {
    const own = await currentOf(c, web)
    if (isProblem(own)) return answerProblem(c, own)
    return answerTranscript(c, web, own.row.id, { audience: 'visitor', viewer: own.person.id })
  },
})

const conversationTranscript = conversationPage({
  path: paths.workbench.transcript,
  show: (c, web, { row, person }) =>
    answerTranscript(c, web, row.id, { audience: 'desk', viewer: person.id }),
})

export const transcriptRoutes = [chatTranscript, conversationTranscript]
