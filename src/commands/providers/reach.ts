import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isInner } from '../../policies/inner'
import type { Desk } from '../desk'

/** What a provider says is small: of more nothing is read. */
const ANSWER_BYTES = 1024 * 1024

/** A provider is where the desk does not ask. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach'
}

/** Whether an address can be a provider's, by its form: https, unless the operator lets it be inside. */
export const isProviderAddress = (
  { providersInside }: Pick<Desk, 'providersInside'>,
  address: string,
): boolean => {
  const url = URL.parse(address)
  if (!url || url.username || url.password || url.hash || url.search) return false
  return url.protocol === 'https:' || (providersInside && url.protocol === 'http:')
}

/** Whether it is in the world; by where its name leads now. */
const isOut = async ({ hostname }: URL): Promise<boolean> => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  if (family !== 0) return !isInner(bare, family)
  const found = await lookup(hostname, { all: true }).catch(() => [])
  return found.length > 0 && found.every((one) => !isInner(one.address, one.family))
}

type Init = {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks a provider: wherever its words lead, nobody inside is asked who has not been let be there, no answer is
 * followed elsewhere, and none is longer than it may be. Throws `OutOfReach`.
 */
export const fetchOut =
  ({ providersInside }: Pick<Desk, 'providersInside'>) =>
  async (address: string, { method, headers, body, signal }: Init): Promise<Response> => {
    const url = new URL(address)
    const isAllowed = providersInside || (url.protocol === 'https:' && (await isOut(url)))
    if (!isAllowed) throw new OutOfReach(url.host)
    const answer = await fetch(url, {
      ...{ method: method ?? 'GET', redirect: 'manual' },
      ...(headers ? { headers } : {}),
      ...(body === undefined || body === null ? {} : { body: body as string }),
      ...(signal ? { signal } : {}),
    })
    return new Response(await within(answer), { status: answer.status, headers: answer.headers })
  }

const within = async ({ body }: Response): Promise<ArrayBuffer> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.byteLength
    if (bytes > ANSWER_BYTES) throw new OutOfReach('an answer without end')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts)).buffer
}
