import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { Audience } from '../../../views/transcript/entry-props'
import { transcriptData } from '../../../views/transcript/file/data'
import type { TranscriptFile } from '../../../views/transcript/file/lines'
import { TranscriptFilePage } from '../../../views/transcript/file/page'
import { transcriptText } from '../../../views/transcript/file/text'
import { dayOf } from '../../../views/words/times'
import { sentTranscript } from '../../commands/letters/sent-transcript'
import { wholeTranscript } from '../../reads/whole-transcript'
import { answerProblem, wantsJson } from '../answer'
import { currentOf } from '../chat/verb'
import { type Ask, readerOf, type WebContext } from '../context'
import { conversationPage } from '../conversations/verb'
import { linkIn } from '../query'
import { route } from '../route'
import { transcriptTable } from './transcript-table'

/** How a transcript is taken along: what it is then, and how it is written. */
const formats = {
  txt: ['text/plain; charset=utf-8', transcriptText],
  html: ['text/html; charset=utf-8', (file: TranscriptFile) => String(TranscriptFilePage(file))],
  json: [
    'application/json; charset=utf-8',
    (file: TranscriptFile) => JSON.stringify(transcriptData(file), null, 2),
  ],
  csv: ['text/csv; charset=utf-8', transcriptTable],
} as const

const isFormat = (asked: string): asked is keyof typeof formats => Object.hasOwn(formats, asked)

/**
 * For whom it is, whether their browser is to show it instead of saving it, and up to when what was said
 * is theirs, ms UTC.
 */
type Reader = { audience: Audience; viewer: string; isShown?: boolean; until?: number }

/** All of a conversation that its reader may see, as a file; as text where they do not say how. */
export const answerTranscript = async (
  c: Ask,
  { desk }: WebContext,
  conversation: string,
  { audience, viewer, isShown = false, until = Number.POSITIVE_INFINITY }: Reader,
): Promise<Response> => {
  const asked = c.req.query('format') ?? (wantsJson(c) ? 'json' : 'txt')
  if (!isFormat(asked))
    return answerProblem(
      c,
      new Problem('invalid', 'fieldNotValid', { field: 'format', values: { field: 'format' } }),
    )
  const { language, zone } = readerOf(c, audience, viewer)
  const now = desk.clock.now()
  const all = await wholeTranscript(desk.store, conversation, audience)
  const entries = all.filter(({ at }) => at <= until)
  const [type, write] = formats[asked]
  const file = { conversation, entries, audience, viewer, language, zone, now }
  return c.body(write(file), 200, {
    'Content-Type': type,
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename="chat-${dayOf(now, zone)}.${asked}"`,
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

/** By the link of a mail, to whoever has it: read, and nothing else. */
const sent = route({
  ...{ method: 'GET', path: paths.chat.sentTranscript(':id'), permission: 'anyone' },
  ...{ passing: true, secret: true },
  show: async (c, web) => {
    const link = linkIn(c)
    const found = link && (await sentTranscript(web.desk, c.req.param('id') ?? '', link))
    // Half of it is missing: to whoever has it, it leads nowhere.
    if (!found) return answerProblem(c, new Problem('missing', 'missing'))
    if (isProblem(found)) return answerProblem(c, found)
    const { conversation, visitor, until } = found
    const reader = { audience: 'visitor', viewer: visitor, isShown: true, until } as const
    return answerTranscript(c, web, conversation, reader)
  },
})

const conversationTranscript = conversationPage({
  path: paths.workbench.transcript,
  show: (c, web, { row, person }) =>
    answerTranscript(c, web, row.id, { audience: 'desk', viewer: person.id }),
})

export const transcriptRoutes = [chatTranscript, sent, conversationTranscript]
