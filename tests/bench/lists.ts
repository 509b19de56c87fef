import { exportPath } from '../../views/office/list/list'
import { signIn } from '../chaos/people'
import { emailOf, makeBig, PASSWORD, type Reader } from '../support/big/desk'
import type { Sizes } from '../support/big/fill'
import { type Asking, allRequests, type Read } from '../support/big/requests'
import { startBellhop } from '../support/program'
import { cpuSeconds, residentBytes } from './load/cpu'

/** What took longer is asked twice more: the machine may have been at something else. */
const AGAIN_MS = 100
const TRIES = 3
/** How often the memory of the desk is looked at while a file is written, ms. */
const LOOK_MS = 20

/**
 * How long one page took, from the request to its last byte, and how long processors worked for it, in
 * the desk and in its database, ms: that is counted in steps of ten, and others at work do not change it.
 */
export type Took = { who: Reader; path: string; ms: number; cpuMs: number }
export type Taken = { rows: number; grownMb: number; seconds: number }

const headersFor = (cookie: string, as: 'page' | 'json') => ({
  Cookie: cookie,
  Accept: as === 'json' ? 'application/json' : 'text/html',
})

/** A desk with a past, in an empty database, behind a port; `servers` are processes that work for it. */
export const openBig = async (url: string, sizes: Sizes, servers: readonly number[] = []) => {
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
  const pids = [program.pid, ...servers]
  const once = async (who: Reader, path: string): Promise<Took> => {
    const [began, busy] = [performance.now(), cpuSeconds(pids)]
    const answer = await get(who, path, 'page')
    await answer.text()
    if (answer.status !== 200) throw new Error(`${who}: ${path} answers ${answer.status}`)
    const ms = performance.now() - began
    return { who, path: decodeURIComponent(path), ms, cpuMs: (cpuSeconds(pids) - busy) * 1000 }
  }
  return {
    /** All that they may ask of lists, the slowest first. */
    async pages(who: Reader, asking: Asking): Promise<Took[]> {
      const took: Took[] = []
      for (const path of await allRequests(reads(who), asking)) {
        let best = await once(who, path)
        for (let tries = 1; tries < TRIES && best.ms > AGAIN_MS; tries += 1) {
          const again = await once(who, path)
          if (again.ms < best.ms) best = again
        }
        took.push(best)
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
