import { exportPath } from '../../views/office/list/list'
import { signIn } from '../chaos/people'
import { emailOf, makeBig, PASSWORD, type Reader } from '../support/big/desk'
import type { Sizes } from '../support/big/fill'
import { allRequests, type Read } from '../support/big/requests'
import { startBellhop } from '../support/program'
import { residentBytes } from './load/cpu'

/** What took longer is asked twice more: the machine may have been at something else. */
const AGAIN_MS = 100
const TRIES = 3
/** How often the memory of the desk is looked at while a file is written, ms. */
const LOOK_MS = 20

/** How long one page took, from the request to its last byte, ms. */
export type Took = { who: Reader; path: string; ms: number }
export type Taken = { rows: number; grownMb: number; seconds: number }

const headersFor = (cookie: string, as: 'page' | 'json') => ({
  Cookie: cookie,
  Accept: as === 'json' ? 'application/json' : 'text/html',
})

/** A desk with a past, in an empty database, behind a port. */
export const openBig = async (url: string, sizes: Sizes) => {
  await makeBig(url, sizes)
  const program = await startBellhop({ env: { DATABASE_URL: url, RATE_FACTOR: '1000' } })
  await program.ready(60_000)
  const cookies = new Map<Reader, Promise<string>>()
  const cookieOf = (who: Reader): Promise<string> => {
    const known =
      cookies.get(who) ?? signIn(program.url, { email: emailOf(who), password: PASSWORD })
    cookies.set(who, known)
    return known
  }
  const get = async (who: Reader, path: string, as: 'page' | 'json') =>
    fetch(program.url + path, {
      headers: headersFor(await cookieOf(who), as),
      signal: AbortSignal.timeout(120_000),
    })
  const reads =
    (who: Reader): Read =>
    async (path, as) => {
      const answer = await get(who, path, as)
      const text = await answer.text()
      return answer.status === 200 ? text : null
    }
  const once = async (who: Reader, path: string) => {
    const began = performance.now()
    const answer = await get(who, path, 'page')
    await answer.text()
    if (answer.status !== 200) throw new Error(`${who}: ${path} answers ${answer.status}`)
    return performance.now() - began
  }
  return {
    /** All that they may ask of lists, the slowest first. */
    async pages(who: Reader): Promise<Took[]> {
      const paths = await allRequests(reads(who), 'each value')
      const took: Took[] = []
      for (const path of paths) {
        let ms = await once(who, path)
        for (let tries = 1; tries < TRIES && ms > AGAIN_MS; tries += 1)
          ms = Math.min(ms, await once(who, path))
        took.push({ who, path: decodeURIComponent(path), ms })
      }
      return took.sort((a, b) => b.ms - a.ms)
    },
    /** What a list is as a file, and by how much the desk grows while it writes that. */
    async file(who: Reader, list: string): Promise<Taken> {
      const path = exportPath(list, 'csv')
      const before = residentBytes(program.pid)
      const began = performance.now()
      let most = before
      const looking = setInterval(
        () => (most = Math.max(most, residentBytes(program.pid))),
        LOOK_MS,
      )
      let lines = 0
      try {
        const { body } = await get(who, path, 'page')
        for await (const bytes of body ?? []) for (const byte of bytes) if (byte === 10) lines += 1
      } finally {
        clearInterval(looking)
      }
      const seconds = (performance.now() - began) / 1000
      return { rows: lines - 1, grownMb: (most - before) / 1024 ** 2, seconds }
    },
    stop: () => program.stop(),
  }
}
export type Big = Awaited<ReturnType<typeof openBig>>
