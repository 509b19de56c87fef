import {
  type Erasure,
  type ErasureStep,
  emptyPlan,
  erasedKinds,
  stepAfter,
} from '../../../../actors/erasing/erasure'
import { auditRow } from '../../audit'
import type { Desk } from '../../desk'
import { acts } from './acts'
import { beside } from './beside'
import { gather } from './gather'
import { journals } from './journals'
import { lines } from './lines'
import type { Erasing } from './step'
import { stop } from './stop'
import { talks } from './talks'
import { visitors } from './visitors'
import { words } from './words'

const steps: Readonly<Record<Exclude<ErasureStep, 'compact'>, Erasing>> = {
  ...{ stop, gather, lines, talks, beside, journals, visitors },
  ...{ audit: acts, index: words },
}

/** How an erasure is cut off: called between two steps, it says whether to go on. */
export type GoesOn = () => Promise<boolean>

/**
 * Takes an erasure as far as it goes, step by step; each is kept when it is done, and may be taken again.
 * Answers it done, or as far as it came where it was told to stop. Rejects as the store does.
 */
export const runErasure = async (
  desk: Desk,
  begun: Erasure,
  goesOn: GoesOn = async () => true,
): Promise<Erasure> => {
  let erasure = begun
  const keep = async (now: Erasure) => {
    erasure = now
    await desk.store.erasures.save(now)
  }
  while (erasure.step !== 'done' && (await goesOn())) {
    if (erasure.step === 'compact') erasure = await finish(desk, erasure)
    else {
      const did: Erasure = await steps[erasure.step](desk, erasure, keep)
      await keep({ ...did, step: stepAfter(erasure.step), cursor: '', problem: '' })
    }
  }
  return erasure
}

/**
 * What it was done by is forgotten before the database lets go of all of it; that it is done is told
 * after that.
 */
const finish = async (desk: Desk, erasure: Erasure): Promise<Erasure> => {
  const nameless: Erasure = { ...erasure, plan: emptyPlan }
  await desk.store.erasures.save(nameless)
  await desk.store.compact()
  const done: Erasure = { ...nameless, step: 'done', doneAt: desk.clock.now(), problem: '' }
  const by = { id: erasure.by, name: erasure.byName }
  const counts = Object.fromEntries(
    erasedKinds.flatMap((kind) => (done.counts[kind] ? [[kind, done.counts[kind]]] : [])),
  )
  const detail = { value: done.digest, ...counts }
  await desk.store.erasures.save(
    done,
    auditRow(desk, by, 'erased', `erasure:${erasure.id}`, detail),
  )
  return done
}
