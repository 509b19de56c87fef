import { z } from 'zod'
import { CUSTOMERS, mayHaveAccounts } from '../../../actors/customers'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { read } from '../input/read'

/** `version` tells which setting the form was made from; a program need not say. */
export const customersForm = z.strictObject({
  customers: z.enum(['yes', 'no']),
  version: holding('value', z.string().max(64)).optional(),
})

/** Whether visitors may have accounts. */
export const haveAccounts = async ({ store }: Pick<Desk, 'store'>): Promise<boolean> =>
  mayHaveAccounts(await store.accounts.setting(CUSTOMERS))

/**
 * Whether visitors may have accounts from now on. What is there already stays, and is not reached while
 * they may not.
 * Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const allowAccounts = async (
  desk: Desk,
  input: unknown,
  { versionOf }: { versionOf?: (may: boolean) => string } = {},
): Promise<null | Problem> => {
  const form = read(customersForm, input)
  if (isProblem(form)) return form
  const stored = await desk.store.accounts.setting(CUSTOMERS)
  const before = mayHaveAccounts(stored)
  const next = form.customers === 'yes'
  if (next === before) return null
  const moved = new Problem('conflict', 'changedMeanwhile')
  if (form.version !== undefined && form.version !== versionOf?.(before)) return moved
  const isDone = await desk.store.accounts.changeSetting(CUSTOMERS, stored, next ? 'yes' : null)
  return isDone ? null : moved
}
