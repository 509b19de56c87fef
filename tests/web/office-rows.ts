import { addressOf } from '../../actors/address'
import type { ConversationRow } from '../../actors/summary'
import type { Store } from '../../src/store/store'
import { conversationRow, entryOf, turnOf } from '../support/turns'
import { json } from './ask'
import type { Office } from './office'

/** An id that stands where its number does. */
export const idOf = (nth: number): string =>
  `01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`

/** A conversation in the store with a question and an answer, as its turn would have left it. */
export const storeTalk = async (
  store: Store,
  nth: number,
  more: Partial<ConversationRow> = {},
): Promise<string> => {
  const id = idOf(nth)
  const row = conversationRow(id, { openedAt: 1_000 * nth, ...more })
  const answer = { by: 'agent', author: 'ana', name: 'Ana', text: 'Yes' } as const
  await store.turns.commit(
    turnOf(addressOf('conversation', id), 1, {
      summary: { of: 'conversation', ...row },
      entries: [
        entryOf(id, 1, { at: row.openedAt }),
        entryOf(id, 2, { at: row.openedAt + 60_000, ...answer }),
        entryOf(id, 3, { at: row.openedAt + 61_000, ...answer, body: { kind: 'note' } }),
      ],
    }),
  )
  return id
}

/** Ids of the rows of a page. */
export const rowsOn = (text: string): string[] =>
  [...text.matchAll(/<tr id="row-([^"]+)"/g)].map(([, id = '']) => id)

/** Where the next page of a list is. */
export const nextOn = (text: string): string | undefined =>
  /href="([^"]*until=[^"]*)"[^>]*>Next page/.exec(text)?.[1]?.replaceAll('&amp;', '&')

/** All rows of a list, page by page to its end. */
export const allOn = async ({ get }: Office, address: string): Promise<string[]> => {
  const seen: string[] = []
  let at: string | undefined = address
  for (let pages = 0; at && pages < 50; pages += 1) {
    const { text } = await get(at)
    seen.push(...rowsOn(text))
    at = nextOn(text)
  }
  return seen
}

/** What a program is told of a list. */
export const toldOf = async ({ get }: Office, address: string) => {
  const { status, text } = await get(address, json)
  return { status, ...(JSON.parse(text) as { rows: Record<string, unknown>[]; error?: Fault }) }
}
type Fault = { field?: string }
