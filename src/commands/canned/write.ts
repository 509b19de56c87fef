import { type CannedReply, cannedLimits, isUsableBy } from '../../../actors/canned/reply'
import { folded } from '../../../actors/canned/search'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { allows } from '../../policies/permissions'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { cannedChange, cannedForm, contentOf, departmentsProblem, holderOf } from './form'

/** Whether somebody may make and change what is of a scope: their own, or the desk's. */
const mayWrite = (person: Staff, scope: CannedReply['scope']): boolean =>
  allows(person, scope === 'mine' ? 'canned.write' : 'canned.manage')

/** Whether it is theirs to change: their own, or the desk's where they keep those. */
export const mayChange = (person: Staff, { scope, holder }: CannedReply): boolean =>
  mayWrite(person, scope) && (scope !== 'mine' || holder === person.id)

const notAllowed = () => new Problem('forbidden', 'notAllowed')
const codeTaken = (code: string) =>
  new Problem('conflict', 'codeTaken', { field: 'code', values: { code } })

/**
 * Prepares words. Answers the id.
 * Problems: invalid (field), forbidden `notAllowed`, conflict `codeTaken` | `tooManyCanned`, limited.
 */
export const createCanned = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<string | Problem> => {
  const form = read(cannedForm, input)
  if (isProblem(form)) return form
  const content = contentOf(form)
  if (!mayWrite(person, content.scope)) return notAllowed()
  const wrong =
    (await departmentsProblem(desk, content)) ?? (await desk.rate.spend('act', person.id))
  if (wrong) return wrong
  const id = desk.clock.id()
  const holder = holderOf(content.scope, person.id)
  const { count: limit } = cannedLimits
  if ((await desk.store.canned.of([holder])).length >= limit)
    return new Problem('conflict', 'tooManyCanned', { values: { limit } })
  const reply = { ...content, id, holder, uses: 0, version: desk.clock.id() }
  const outcome = await desk.store.canned.create(reply, folded(content.code))
  return outcome === 'taken' ? codeTaken(content.code) : id
}

/** One that is theirs to know of. Problems: missing, also for what is somebody else's own. */
export const findCanned = async (
  desk: Pick<Desk, 'store'>,
  person: Staff,
  id: string,
): Promise<CannedReply | Problem> => {
  const reply = await desk.store.canned.find(id)
  return reply && (isUsableBy(reply, person) || mayChange(person, reply))
    ? reply
    : new Problem('missing', 'missing')
}

/**
 * Changes what a form names. `before` is what the form was made from, where it says so: one that was
 * changed since is not written over.
 * Problems: missing, invalid (field), forbidden `notAllowed`, conflict `codeTaken` |
 * `changedMeanwhile`, limited.
 */
export const changeCanned = async (
  desk: Desk,
  person: Staff,
  before: CannedReply,
  input: unknown,
): Promise<null | Problem> => {
  if (!mayChange(person, before)) return notAllowed()
  const form = read(cannedChange, input)
  if (isProblem(form)) return form
  const { version: seen, ...changes } = form
  if (seen !== undefined && seen !== before.version)
    return new Problem('conflict', 'changedMeanwhile')
  const content = contentOf(changes, before)
  if (!mayWrite(person, content.scope)) return notAllowed()
  const wrong =
    (await departmentsProblem(desk, content)) ?? (await desk.rate.spend('act', person.id))
  if (wrong) return wrong
  // Who makes the desk's reply their own takes it away from the others, and nobody else's becomes theirs.
  const holder = content.scope === before.scope ? before.holder : holderOf(content.scope, person.id)
  const reply = { ...before, ...content, holder, version: desk.clock.id() }
  const outcome = await desk.store.canned.change(reply, folded(content.code), before.version)
  if (outcome === 'done') return null
  return outcome === 'taken' ? codeTaken(content.code) : new Problem('conflict', 'changedMeanwhile')
}

/** Takes one away. Problems: forbidden `notAllowed`, limited. */
export const removeCanned = async (
  desk: Desk,
  person: Staff,
  reply: CannedReply,
): Promise<null | Problem> => {
  if (!mayChange(person, reply)) return notAllowed()
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  await desk.store.canned.remove(reply.id)
  return null
}

/** Counts that somebody put it into a message. Problems: missing, limited. */
export const useCanned = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> => {
  const reply = await findCanned(desk, person, id)
  if (isProblem(reply)) return reply
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  await desk.store.canned.used(id)
  return null
}
