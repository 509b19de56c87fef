import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { nameless } from '../../../actors/visitor/name'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import { typedPassword } from '../accounts/password-rules'
import { auditRow, type Doer } from '../audit'
import { end } from '../conversations/end'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { isHeld } from '../privacy/held'
import { talksOf } from '../visitors/merge/moved'
import { confirmPassword } from './change'
import { keyOf } from './sign-in'
import { visitorOf } from './signed-in'

export const customerRemovalForm = z.strictObject({
  /** Their address, typed once more. */
  confirmation: holding('words', z.string().max(1000)),
  current_password: typedPassword,
})

/**
 * A customer takes their account away. What was said is nobody's from then on, each conversation another
 * nobody's; what is open ends. The account goes last: what was cut short may be asked for again.
 * Problems: invalid `addressOther` (`confirmation`) | `passwordWrong` (`current_password`), limited, conflict `accountKept`.
 */
export const removeCustomer = async (
  desk: Desk,
  customer: Customer,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(customerRemovalForm, input)
  if (isProblem(form)) return form
  if (emailKey(form.confirmation) !== emailKey(customer.email))
    return new Problem('invalid', 'addressOther', { field: 'confirmation' })
  const wrong = await confirmPassword(desk, customer, form.current_password)
  if (wrong) return wrong
  // By whom says no more than the id, which is nobody's then.
  const held = await forgetCustomer(desk, customer, { id: customer.id, name: '' })
  return held && new Problem('conflict', 'accountKept')
}

/** The account and who had it are forgotten. Problems: conflict `legallyHeld`. */
export const forgetCustomer = async (
  desk: Desk,
  customer: Customer,
  by: Doer,
): Promise<null | Problem> => {
  const visitor = await visitorOf(desk, customer)
  if (visitor !== undefined && (await isHeld(desk, visitor)))
    return new Problem('conflict', 'legallyHeld')
  if (visitor !== undefined) await forgetVisitor(desk, visitor)
  await desk.store.identities.forget(keyOf(customer))
  await desk.store.audit.add(auditRow(desk, by, 'accountRemoved', `customer:${customer.id}`))
  await desk.store.customers.remove(customer.id)
  return null
}

const forgetVisitor = async (desk: Desk, visitor: string): Promise<void> => {
  const { store, system, clock } = desk
  for (const row of await talksOf(desk, visitor)) {
    if (!isOver(row)) await end(desk, { kind: 'visitor', id: visitor }, row.id)
    await makeNobodys(desk, row.id, visitor)
  }
  const address = addressOf('visitor', visitor)
  await system.send(address, { type: 'erased', at: clock.now() })
  await store.visitors.putVisit(visitor, null)
  await store.visits.dropTokensOf(visitor)
  desk.bus.publish([{ topic: address, what: 'whose' }])
}

/** One conversation with a nobody of its own, so that nothing says who had the others. */
const makeNobodys = async (desk: Desk, id: string, from: string): Promise<void> => {
  const { store, system, clock } = desk
  const [nobody, at] = [clock.id(), clock.now()]
  const name = nameless(nobody)
  const took = { type: 'took', at, conversations: [id], open: null } as const
  await system.send(addressOf('visitor', nobody), took)
  const claimed = { type: 'claimed', at, from, visitor: nobody, name, topics: [] } as const
  await system.send(addressOf('conversation', id), claimed)
  await store.transcripts.renameVisitor(id, name)
  // The index has the words of their name, and takes it in anew.
  await store.search.forget(id)
}
