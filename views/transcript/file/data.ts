import type { Entry } from '../../../actors/entry'
import { filesOf } from '../../../actors/sent-files'
import { type CardShape, cardIn } from '../../../actors/text/card'
import { isRevised } from '../../../actors/text/revised'
import { languageOf } from '../../words/language'
import { isNoteOf, noticeIn, saidIn, type TranscriptFile } from './lines'

/** A transcript as data: times in ISO 8601, UTC; what the desk says in its reader's language. */
export const transcriptData = (file: TranscriptFile) => ({
  ...{ conversation: file.conversation, language: languageOf(file.language), zone: file.zone },
  saved: new Date(file.now).toISOString(),
  entries: file.entries.map((entry) => dataOf(file, entry)),
})

const dataOf = (file: TranscriptFile, entry: Entry) => {
  const { seq, clientId, by, name, at, body, quoted, reactions = [] } = entry
  const notice = noticeIn(entry)
  const who = { seq, client_id: clientId, by, name, at: new Date(at).toISOString() }
  const answers = quoted ? { answers: quoted.clientId } : {}
  if (body.kind === 'withdrawn')
    return {
      ...who,
      kind: isNoteOf(entry) ? 'noted' : 'said',
      text: '',
      withdrawn: true,
      ...answers,
    }
  const files = filesOf(body).map(({ name, type, bytes }) => ({ name, type, bytes }))
  const given = reactions.map(({ emoji, by, name }) => ({ emoji, by, name }))
  return {
    ...who,
    kind: notice ? 'noticed' : isNoteOf(entry) ? 'noted' : 'said',
    text: saidIn(file, entry),
    ...(notice ? { notice: notice.code } : {}),
    ...(isRevised(entry) ? { edited: true } : {}),
    ...(body.kind === 'card' ? { card: cardOf(entry.text, body) } : {}),
    ...answers,
    ...(files.length > 0 ? { files } : {}),
    ...(given.length > 0 ? { reactions: given } : {}),
  }
}

const cardOf = (text: string, shape: CardShape) => {
  const { outcome } = shape
  return { ...cardIn(text, shape), ...(outcome ? { answered: outcome.button ?? true } : {}) }
}
