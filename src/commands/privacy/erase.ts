import { z } from 'zod'
import { type Erasure, emptyPlan } from '../../../actors/erasing/erasure'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { holdsOn, type Someone, someoneBy, talksOfSomeone } from './person'

/** Whom, by the id of a visitor or an address; and the same once more, as it is to be typed. */
export const erasureForm = z.strictObject({
  visitor: holding('words', z.string().max(1000)),
  confirmation: holding('words', z.string().max(1000)),
})

/** What is looked at before: whom it would be about. */
export const someoneForm = erasureForm.pick({ visitor: true })

/** Whom an erasure would be about, in figures, and what forbids it. */
export type Foreseen = Someone & { conversations: number; held: boolean }

/** Whom somebody means. Problems: invalid `someoneUnknown` (`visitor`). */
export const foresee = async (desk: Desk, ref: string): Promise<Foreseen | Problem> => {
  const someone = await someoneBy(desk, ref)
  if (someone.visitors.length + someone.customers.length === 0)
    return new Problem('invalid', 'someoneUnknown', { field: 'visitor' })
  const talks = await talksOfSomeone(desk, someone)
  const holds = await holdsOn(desk, someone, talks)
  return { ...someone, conversations: talks.length, held: holds.length > 0 }
}

/** Which visitor an erasure was about, for whoever still has the id; nothing else can be made of it. */
export const digestOf = (visitor: string): string =>
  new Bun.CryptoHasher('sha256').update(visitor).digest('hex')

/**
 * Begins to erase somebody everywhere; what is asked for goes on whatever becomes of this node. Answers
 * the erasure. The audit is told that there is one, and not of whom.
 * Problems: invalid `confirmOther` (`confirmation`) | `someoneUnknown` (`visitor`), conflict `legallyHeld`.
 */
export const askErasure = async (
  desk: Desk,
  by: Doer,
  input: unknown,
): Promise<Erasure | Problem> => {
  const form = read(erasureForm, input)
  if (isProblem(form)) return form
  if (form.confirmation.trim() !== form.visitor.trim() || form.visitor.trim() === '')
    return new Problem('invalid', 'confirmOther', { field: 'confirmation' })
  const someone = await foresee(desk, form.visitor)
  if (isProblem(someone)) return someone
  if (someone.held) return new Problem('conflict', 'legallyHeld', { field: 'visitor' })
  const { visitors, customers, emails } = someone
  const erasure: Erasure = {
    ...{ id: desk.clock.id(), at: desk.clock.now(), by: by.id, byName: by.name },
    digest: digestOf(visitors[0] ?? customers[0] ?? ''),
    ...{ step: 'stop', cursor: '', counts: {}, doneAt: null, problem: '' },
    plan: { ...emptyPlan, visitors, customers, marks: emails },
  }
  await desk.store.erasures.add(
    erasure,
    auditRow(desk, by, 'erased', `erasure:${erasure.id}`, { value: erasure.digest }),
  )
  return erasure
}
