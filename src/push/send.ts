import { generateRequestDetails } from 'web-push'
import { abortAfter, type Clock } from '../clock'
import type { Log } from '../log'
import type { Push } from '../store/ports/profiles'
import type { Store } from '../store/store'
import { type PushKeys, pushKeys } from './keys'
import { leadsOut } from './service'

/** How long a service may take to answer, and to keep what it cannot deliver yet. */
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
    try {
      if (!(await reaches(push.endpoint))) return
      keys ??= pushKeys(secret)
      const details = generateRequestDetails(
        { endpoint: push.endpoint, keys: { p256dh: push.p256dh, auth: push.auth } },
        JSON.stringify(message),
        { TTL: KEPT_S, urgency: 'high', vapidDetails: { subject: subjectOf(parts), ...keys } },
      )
      const { status } = await fetch(details.endpoint, {
        method: 'POST',
        headers: details.headers as Record<string, string>,
        body: new Uint8Array(details.body),
        redirect: 'manual',
        signal: abortAfter(clock, ANSWER_MS),
      })
      if (status === 404 || status === 410) await store.profiles.unsubscribe(push.id)
      else if (status >= 300) log.warn('a push was not taken', { status })
    } catch (problem) {
      log.warn('a push could not be sent', { problem })
    }
  }
}

/** Whom a push service may write to: a page or an address, never plain http. */
const subjectOf = ({ baseUrl }: PushParts): string =>
  baseUrl.startsWith('https:') ? baseUrl : 'mailto:desk@bellhop.invalid'
