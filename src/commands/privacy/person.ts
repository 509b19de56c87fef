import { isOfAccount, subjectOf } from '../../../actors/customers'
import type { ConversationRow } from '../../../actors/summary'
import type { LegalHold } from '../../store/ports/erasures'
import { emailKey } from '../accounts/email-key'
import { contextOf } from '../conversations/access'
import { customerByEmail } from '../customers/find'
import { keyOf } from '../customers/sign-in'
import type { Desk } from '../desk'
import { uuid } from '../input'
import { talksOf } from '../visitors/merge/moved'

/** One person as far as the desk knows that somebody is: visitors, accounts and addresses of theirs. */
export type Someone = {
  visitors: readonly string[]
  customers: readonly string[]
  emails: readonly string[]
}

/** Rounds in which somebody is looked for by what was found of them before. */
const ROUNDS = 5

/**
 * Who is meant by the id of a visitor or by a mail address: those who are one with them, and everybody
 * with an address of theirs. Nobody where there is no such one.
 */
export const someoneBy = async (desk: Desk, ref: string): Promise<Someone> => {
  const named = ref.trim()
  const isId = uuid.safeParse(named).success
  let found: Someone = {
    ...{ visitors: isId ? [named] : [], customers: [], emails: isId ? [] : emailsOf([named]) },
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = await widened(desk, found)
    const isAll = next.visitors.length === found.visitors.length
    found = next
    if (isAll && round > 0) break
  }
  return found
}

const emailsOf = (typed: readonly string[]): string[] => [
  ...new Set(
    typed.flatMap((one) => {
      const plain = one.trim().toLowerCase()
      if (!plain.includes('@')) return []
      return [plain, emailKey(plain) ?? plain]
    }),
  ),
]

const widened = async (desk: Desk, { visitors, customers, emails }: Someone): Promise<Someone> => {
  const { store } = desk
  const ids = await store.remains.visitorsOf({ emails, visitors })
  const contexts = await Promise.all(ids.map((id) => contextOf(desk, 'visitor', id)))
  const merged = contexts.flatMap(({ mergedInto }) => mergedInto ?? [])
  const subjects = contexts.map(({ subject = '' }) => subject).filter(isOfAccount)
  const byAddress = await Promise.all(emails.map((email) => customerByEmail(desk, email)))
  const byId = await Promise.all(
    subjects.map((subject) => store.customers.byId(subject.slice(subjectOf('').length))),
  )
  const accounts = [...byAddress, ...byId].flatMap((one) => one ?? [])
  const theirs = await Promise.all(accounts.map((one) => store.identities.visitorOf(keyOf(one))))
  return {
    visitors: [...new Set([...ids, ...merged, ...theirs.flatMap((id) => id ?? [])])],
    customers: [...new Set([...customers, ...accounts.map(({ id }) => id)])],
    emails: [
      ...new Set([
        ...emails,
        ...emailsOf(contexts.map(({ email = '' }) => email)),
        ...emailsOf(accounts.map(({ email }) => email)),
      ]),
    ],
  }
}

/** All conversations of somebody. */
export const talksOfSomeone = async (
  desk: Desk,
  { visitors }: Pick<Someone, 'visitors'>,
): Promise<ConversationRow[]> =>
  (await Promise.all(visitors.map((visitor) => talksOf(desk, visitor)))).flat()

/** What of somebody must be kept. */
export const holdsOn = (
  { store }: Desk,
  { visitors }: Pick<Someone, 'visitors'>,
  talks: readonly Pick<ConversationRow, 'id'>[],
): Promise<LegalHold[]> =>
  store.erasures.heldOf([
    ...visitors.map((id) => `visitor:${id}`),
    ...talks.map(({ id }) => `conversation:${id}`),
  ])
