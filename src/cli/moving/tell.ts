import type { Problem } from '../../../actors/problem'
import { sentenceFor } from '../../../views/words'
import type { Moved, NotTaken, Refused } from '../../commands/moving/moved'

const sentences: Record<Refused, (field: string) => string> = {
  notRead: () => 'it is no line of JSON',
  notValid: (field) => (field ? `its ${field} is not right` : 'it is no line of this format'),
  visitorMissing: () => 'its visitor is not there',
  visitorErased: () => 'it is of somebody who was erased here',
  departmentMissing: () => 'its department is not there',
  conversationMissing: () => 'its conversation is not there',
  entryMissing: () => 'the message that it came with is not there',
  codeTaken: () => 'there is another canned reply with this code',
  bytesMissing: () => 'its bytes are not there',
  bytesOther: () => 'its bytes are not what its line says',
  notTaken: () => 'the desk could not keep it',
  timeMissing: () => 'it has no time',
  textMissing: () => 'it says nothing',
  directionMissing: () => 'it does not say who wrote it',
  chatMissing: () => 'it has no stars from 1 to 5, or its visitor has no chats',
}

const ofProblem = ({ reason, values }: Pick<Problem, 'reason' | 'values'>): string =>
  sentenceFor({ reason, values, retryAfter: undefined }, 'en')

/** What a list is called for the time of an import. */
const RUN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} /

/** What was not taken, and why, in one sentence. */
export const sentenceOf = ({ line, kind, sourceId, why, field }: NotTaken): string => {
  const what = [kind, sourceId.replace(RUN, '')].filter(Boolean).join(' ') || 'it'
  const where = line > 0 ? `Line ${line}, ` : ''
  const told = typeof why === 'string' ? sentences[why](field) : ofProblem(why)
  const end = /[.!?]$/.test(told) ? told : `${told}.`
  return `${where}${what}: ${end}`
}

const plurals: Readonly<Record<string, readonly [one: string, many: string]>> = {
  setting: ['setting', 'settings'],
  department: ['department', 'departments'],
  overflow: ['overflow', 'overflows'],
  role: ['role', 'roles'],
  person: ['person', 'people'],
  tag: ['tag', 'tags'],
  canned: ['canned reply', 'canned replies'],
  macro: ['macro', 'macros'],
  text: ['text', 'texts'],
  visitor: ['visitor', 'visitors'],
  conversation: ['conversation', 'conversations'],
  file: ['file', 'files'],
  block: ['block', 'blocks'],
}

/** `3 people, 20,000 visitors`; nothing for nothing. */
export const countsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(plurals)
    .flatMap(([kind, [one, many]]) => {
      const count = counts[kind] ?? 0
      return count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`]
    })
    .join(', ') || 'nothing'

/** What came of it, in a few lines. */
export const wordsOf = (
  { taken, known }: Moved,
  { dry, refused }: { dry: boolean; refused: number },
): string[] => [
  `${dry ? 'Would be taken' : 'Taken'}: ${countsOf(taken)}`,
  `Here already: ${countsOf(known)}`,
  ...(refused > 0 ? [`Not taken: ${refused.toLocaleString('en')}, each is named above`] : []),
]
