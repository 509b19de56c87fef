import type { KeptAct } from '../../../../actors/audit'
import { more } from '../../../../actors/erasing/erasure'
import { sealSome } from '../../../system/sealer'
import { toldHash } from '../../../system/sealer/chain'
import { scrubbersOf } from './scrubbers'
import { type Erasing, PAUSE_MS, STRETCH } from './step'

/** Stretches of acts that wait for their seal, at most. */
const SEALED_FIRST = 1_000

/**
 * What acts of the audit told of them. That they were done, by whom, when and to what stays, and proves
 * to be as it was: of what they told, their hash stays, whose salt goes.
 */
export const acts: Erasing = async (desk, erasure, keep) => {
  const { plan } = erasure
  const { audit, remains } = desk.store
  // What is not in the chain yet is hashed as it is: it comes into it first.
  for (let n = 0; n < SEALED_FIRST && (await audit.countUnsealed()) > 0; n += 1)
    await sealSome(audit)
  const { within, elsewhere } = await scrubbersOf(desk, plan)
  const theirs = new Set([
    ...plan.visitors.map((id) => `visitor:${id}`),
    ...plan.talks.map(({ id }) => `conversation:${id}`),
    ...plan.customers.map((id) => `customer:${id}`),
  ])
  const people = new Set([...plan.visitors, ...plan.customers])
  let done = erasure
  for (let after = done.cursor === '' ? undefined : Number(done.cursor); ; ) {
    const all = await audit.chain(STRETCH, after)
    const told = all.filter((act) => {
      const scrub = theirs.has(act.object) ? within : elsewhere
      const isTheirs = people.has(act.actor) || act.object === `visitor:${act.actor}`
      return act.erased === null && (isTheirs || isTold(act, scrub))
    })
    await remains.emptyActs(told.map((act) => ({ id: act.id, digest: digestOf(act) })))
    after = all.at(-1)?.seq ?? after
    done = { ...done, counts: more(done.counts, 'acts', told.length), cursor: String(after ?? '') }
    if (all.length < STRETCH) return done
    if (told.length > 0) await keep(done)
    await desk.clock.sleep(PAUSE_MS)
  }
}

/** Whether an act says something of them. */
const isTold = ({ detail }: KeptAct, scrub: (text: string) => string): boolean =>
  Object.entries(detail).some(
    ([name, value]) =>
      typeof value === 'string' && (scrub(value) !== value || scrub(name) !== name),
  )

/** What its own hash was made with; nothing for one that was sealed before there were salts. */
const digestOf = (act: KeptAct): string => (act.salt ? toldHash(act, act.salt) : '')
