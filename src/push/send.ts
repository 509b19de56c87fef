import { generateRequestDetails } from 'web-push'
import { abortAfter, type Clock } from '../clock'
import type { Log } from '../log'
import type { Push } from '../store/ports/profiles'
import type { Store } from '../store/store'
import { type PushKeys, pushKeys } from './keys'
import { leadsOut } from './service'

/**
 * How long a service may take to be found and to answer, ms, and to keep what it cannot deliver yet, s.
 */
const ANSWER_MS = 10_000
const KEPT_S = 300

export type PushParts = {
  store: Store
  clock: Clock
  log: Log
  secret: string
  /** As browsers see the desk. */
  baseUrl: string
  /** Whether something may be sent there; left out, to hosts of the world alone. */
  reaches?: (endpoint: string) => boolean | Promise<boolean>
}

/** What a browser is told; the worker knows these names. */
export type PushMessage = {
  /** What it is about: a later one about the same takes its place. */
  about: string
  title: string
  body: string
  url: string
  /** Also while a page of the workbench is looked at. */
  always: boolean
}

/**
 * Sends to one browser, sealed for it alone. Who is there no more is forgotten; what else goes wrong is
 * only logged, for the page tells the same. Never rejects.
 */
export const senderOver = (parts: PushParts) => {
  const { store, clock, log, secret, reaches = leadsOut } = parts
  let keys: PushKeys | undefined
  return async (push: Push, message: PushMessage): Promise<void> => {
    const hangs = abortAfter(clock, ANSWER_MS)
    try {
      if (!(await Promise.race([reaches(push.endpoint), whenAborted(hangs)]))) return
      keys ??= pushKeys(secret)
      const details = generateRequestDetails(
        { endpoint: push.endpoint, keys: { p256dh: push.p256dh, auth: push.auth } },
        JSON.stringify(message),
        { TTL: KEPT_S, urgency: 'high', vapidDetails: { subject: subjectOf(parts), ...keys } },
      )
      const { status, body } = await fetch(details.endpoint, {
        method: 'POST',
        headers: details.headers as Record<string, string>,
        body: new Uint8Array(details.body),
        redirect: 'manual',
        signal: hangs,
      })
      // Whatever it goes on to say is not waited for.
      await body?.cancel()
      if (status === 404 || status === 410) await store.profiles.unsubscribe(push.id)
      else if (status >= 300) log.warn('a push was not taken', { status })
    } catch (problem) {
      // An address that is pushed to is a secret of its browser, and some faults repeat it.
      log.warn('a push could not be sent', { problem: codeOf(problem) })
    }
  }
}

/** Rejects when it is aborted. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

const codeOf = (problem: unknown): string => {
  const { code, name } = Object(problem)
  return typeof code === 'string' ? code : String(name ?? 'unknown')
}

/** Whom a push service may write to: a page or an address, never plain http. */
const subjectOf = ({ baseUrl }: PushParts): string =>
  baseUrl.startsWith('https:') ? baseUrl : 'mailto:desk@bellhop.invalid'
