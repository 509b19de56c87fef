import { askOf, json, signIn } from '../../web/ask'
import { openTestDesk } from '../desk'
import type { Reader } from './desk'
import { allRequests } from './requests'

/** Enough that a server would rather use an index. */
export const SIZES = { conversations: 2_000, lines: 4_000, visitors: 500 }

/** Asks for all there is to ask of lists, with a look at each before and after. Answers how many. */
export const askAll = async (
  url: string,
  asks: readonly Reader[],
  look: { begin(): unknown; end(): unknown },
): Promise<number> => {
  const desk = await openTestDesk({ env: { DATABASE_URL: url } })
  const ask = askOf(desk)
  let requests = 0
  try {
    for (const who of asks) {
      const cookie = await signIn(ask, who)
      const read = async (path: string, as: 'page' | 'json') => {
        const headers = as === 'json' ? json : {}
        const { status, text } = await ask('GET', path, { cookie, headers })
        return status === 200 ? text : null
      }
      for (const path of await allRequests(read, 'each field')) {
        await look.begin()
        if ((await read(path, 'page')) === null) throw new Error(`${path} is refused`)
        await look.end()
        requests += 1
      }
    }
  } finally {
    await desk.close()
  }
  return requests
}

/** What a query does that it may not, in the words of the database. */
export type Fault = { does: string; query: string }
