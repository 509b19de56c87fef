import { type Entry, isForDesk, previewOf, type Quoted } from './entry'

/** Code points of an entry that one which answers it shows. */
const QUOTE_CHARS = 160

/** An entry as it is now, for those that answer it; of what it said, the beginning. */
export const quoteOf = (entry: Entry): Quoted => {
  const { clientId, seq, by, author, name, text, body, edited } = entry
  return {
    ...{ clientId, seq, by, author, name },
    text: [...previewOf({ text, body })].slice(0, QUOTE_CHARS).join(''),
    inside: isForDesk(body),
    withdrawn: body.kind === 'withdrawn',
    state: edited ?? seq,
  }
}
