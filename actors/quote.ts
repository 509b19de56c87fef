import { type Entry, isForDesk } from './entry'
import type { Quoted } from './entry-state'

/** Code points of an entry that one which answers it shows. */
const QUOTE_CHARS = 160

/** An entry as it is now, for those that answer it; of what it said, the beginning. */
export const quoteOf = (entry: Entry): Quoted => {
  const { clientId, seq, by, author, name, text, body, edited } = entry
  return {
    ...{ clientId, seq, by, author, name },
    text: [...text].slice(0, QUOTE_CHARS).join(''),
    inside: isForDesk(body),
    withdrawn: body.kind === 'withdrawn',
    state: edited ?? seq,
  }
}

/** Whether it is something that a person said: the desk's notices are not answered. */
export const isSaid = ({ body, changes }: Pick<Entry, 'body' | 'changes'>): boolean =>
  changes === null && (body.kind === 'text' || body.kind === 'note')
