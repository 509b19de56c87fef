import type { Unread } from './parameters'

const FORM =
  'DATABASE_URL must name a file: sqlite:<file>, which is looked for from the folder the program ' +
  'runs in, or sqlite:///<file> from the root'

/**
 * Looks at a `sqlite:` URL, and says what is wrong with it: other programs give meanings to parts
 * of one that here would only be signs of the file's name, or of another folder's.
 */
export const readFileUrl = (url: string): object | Unread => {
  const rest = url.slice('sqlite:'.length)
  if (/\?[\w-]*(=|&|$)/.test(rest)) return { says: ['DATABASE_URL takes no parameters for SQLite'] }
  const isHost = /^\/\/(?!\/)/.test(rest)
  const isUrl = /^\/*file:/i.test(rest)
  // SQLite has nothing of its own in memory that a desk could keep its data in.
  const isMemory = /^:|(^|\/):memory:$/i.test(rest)
  return isHost || isUrl || isMemory ? { says: [FORM] } : {}
}
