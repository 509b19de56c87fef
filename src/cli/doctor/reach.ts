import { paths } from '../../../views/paths'
import { abortAfter, systemClock } from '../../clock'
import { certificateRemedy } from '../../config/tls'
import { programName } from '../program-name'
import { bad, type Finding, good, reasonOf } from './finding'

const TIMEOUT_MS = 5_000

/** As much as is known of the desk that an address should lead to. */
export type Expected = {
  /** Where it believes to be; undefined when nobody said it. */
  baseUrl: string | undefined
  /** What tells it from other desks; undefined when that is not known. */
  mark: string | undefined
  /** Whose word about addresses it believes; undefined when that is not known. */
  trustProxy: readonly string[] | undefined
}

/** Whether an address leads to this very desk, to another one or to none. */
export const reach = async (url: string, expected: Expected): Promise<Finding> => {
  try {
    const answer = await fetch(`${url}${paths.up}`, {
      redirect: 'manual',
      signal: abortAfter(systemClock, TIMEOUT_MS),
    })
    const onward = answer.headers.get('Location')
    if (onward && answer.status >= 300 && answer.status < 400) return redirected(url, onward)
    return recognise(url, answer.status, await answer.text(), expected)
  } catch (problem) {
    return bad('address', `${url} is not reached: ${reasonOf(problem)}`, unreached(url, problem))
  }
}

const redirected = (url: string, onward: string): Finding => {
  const target = new URL(onward, url)
  return bad(
    'address',
    `${url} sends browsers on to ${target.origin}`,
    `Set BASE_URL=${target.origin}: forms are only accepted from the address that is set.`,
  )
}

const recognise = (url: string, status: number, body: string, { mark }: Expected): Finding => {
  const told = parse(body)
  if (status === 502 || status === 503 || status === 504)
    return bad('address', `${url} answers ${status}: the proxy does not reach the desk`)
  if (told?.up !== true || typeof told.desk !== 'string')
    return bad('address', `${url} is another server: it answers ${status} and knows no desk`)
  if (mark === undefined) return good('address', `${url} reaches a desk`)
  if (told.desk !== mark)
    return bad(
      'address',
      `${url} is another desk, with another secret`,
      'Point the address here, or give both the same SECRET if they are nodes of one desk.',
    )
  return good('address', `${url} reaches this desk`)
}

const parse = (body: string): { up?: unknown; desk?: unknown } | undefined => {
  try {
    const told: unknown = JSON.parse(body)
    return typeof told === 'object' && told !== null ? told : undefined
  } catch {
    return undefined
  }
}

const unreached = (url: string, problem: unknown): string | undefined => {
  // What is wrong with a certificate is told by a line of its own.
  if (certificateRemedy(problem) !== undefined) return undefined
  return isHere(url)
    ? `Is the desk open (${programName()} serve), and on this port?`
    : 'Look at the name in DNS, the firewall and the proxy; from this machine it must be reached too.'
}

/** Whether an address is one of this machine alone. */
export const isHere = (url: string) => /^(localhost|127\.|\[::1\])/.test(new URL(url).hostname)
