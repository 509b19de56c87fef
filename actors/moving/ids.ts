import type { Body } from '../entry'
import { OWN_SOURCE } from './line'

const OWN_ID = /^[0-9a-z-]{1,64}$/i

/**
 * The id that something from elsewhere gets here: the same each time it comes. What comes from a desk keeps its
 * own. `hash` is the SHA-256 of a text, in hexadecimal; `at` puts it in the order of time, ms UTC.
 */
export const broughtId = (
  hash: (text: string) => string,
  { source, kind, sourceId }: { source: string; kind: string; sourceId: string },
  at?: number,
): string => {
  if (source === OWN_SOURCE && OWN_ID.test(sourceId)) return sourceId
  const digest = hash(`${source}\n${kind}\n${sourceId}`)
  const time = at === undefined ? digest.slice(0, 12) : at.toString(16).padStart(12, '0').slice(-12)
  const rest = digest.slice(12)
  return [
    ...[time.slice(0, 8), time.slice(8, 12), `7${rest.slice(0, 3)}`],
    ...[`8${rest.slice(3, 6)}`, rest.slice(6, 18)],
  ].join('-')
}

/** How whatever a body names is called elsewhere, or here. */
export type Naming = {
  person: (id: string) => string
  visitor: (id: string) => string
  file: (id: string) => string
}

/** The same body, with all that it names called otherwise. */
export const renamedBody = (body: Body, { person, visitor, file }: Naming): Body => {
  const named: Record<string, unknown> = { ...body }
  if ('files' in body && body.files)
    named.files = body.files.map((one) => ({
      ...one,
      id: file(one.id),
      ...(one.small ? { small: { ...one.small, id: file(one.small.id) } } : {}),
    }))
  if ('mentions' in body && body.mentions)
    named.mentions = body.mentions.map((one) => ({ ...one, agent: person(one.agent) }))
  if (body.kind === 'notice') {
    const { notice } = body
    named.notice = {
      ...notice,
      ...('agent' in notice ? { agent: person(notice.agent) } : {}),
      ...('visitor' in notice ? { visitor: visitor(notice.visitor) } : {}),
    }
  }
  return named as Body
}

/** What begins the name that something has instead of its own, once whose it was is erased. */
export const HIDDEN = 'erased:'
/** Whether it is called so: what it was called elsewhere can be read nowhere any more. */
export const isHidden = (sourceId: string): boolean => sourceId.startsWith(HIDDEN)
