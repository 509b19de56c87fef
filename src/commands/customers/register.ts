import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import { passwordProblem, typedPassword } from '../accounts/password-rules'
import type { Desk, From } from '../desk'
import { email, neededName } from '../input'
import { read } from '../input/read'
import { nextLetter } from '../letters/next'
import { confirmThread } from '../letters/threads'
import { customerByEmail } from './find'
import { letIn } from './suspicion'

/** How long after one mail an address is sent the next at the earliest, ms. */
const APART_MS = 5 * 60_000

/** What every form has that lets somebody in. */
export const tryFields = {
  /** Seen by no person: what fills it in fills in everything. */
  website: holding('value', z.string().max(1000)).default(''),
  /** The task that the page set, solved. */
  work: holding('value', z.string().max(200)).default(''),
}

export const registerForm = z.strictObject({
  name: neededName,
  email,
  password: typedPassword,
  consent: holding('value', z.string().max(20)).default(''),
  ...tryFields,
})
type Form = z.output<typeof registerForm>

/**
 * A visitor wants an account. Whether their address has one already is not told: with mail, whoever reads
 * that address is; without, whoever tries to sign in finds out. Either way the answer is the same, for the
 * same cost.
 * Problems: invalid (field) `agreeFirst` | …, limited.
 */
export const register = async (
  desk: Desk,
  input: unknown,
  from: From & { language: string },
): Promise<null | Problem> => {
  const form = read(registerForm, input)
  if (isProblem(form)) return form
  const weak = passwordProblem(form.password)
  if (weak) return weak
  if (form.consent !== 'yes') return new Problem('invalid', 'agreeFirst', { field: 'consent' })
  const limited = await desk.rate.spend('register', from.address)
  if (limited) return limited
  const key = emailKey(form.email)
  if (form.website !== '' || key === undefined) return null
  const kept = await letIn(desk, { address: from.address }, form.work)
  if (kept) return kept
  const hash = await desk.passwords.hash(form.password)
  if (isProblem(hash)) return hash
  const about = { key, hash, language: from.language }
  return desk.mails ? byMail(desk, form, about) : atOnce(desk, form, about)
}

type About = { key: string; hash: string; language: string }

const newCustomer = (desk: Desk, form: Form, { hash, language }: About): Customer => ({
  ...{ id: desk.clock.id(), email: form.email, name: form.name, passwordHash: hash, language },
  ...{ createdAt: desk.clock.now(), openedAt: null, provenAt: null, seenAt: null },
})

/** Nobody can be asked whether it is theirs. */
const atOnce = async (desk: Desk, form: Form, about: About): Promise<null> => {
  const customer = newCustomer(desk, form, about)
  await desk.store.customers.create({ ...customer, openedAt: customer.createdAt }, about.key)
  return null
}

/** A mail goes to the address, whoever's it is; what it says is found out as it goes. */
const byMail = async (desk: Desk, form: Form, about: About): Promise<null> => {
  const { letters, customers } = desk.store
  const thread = confirmThread(about.key)
  const last = await letters.lastOf(thread)
  if (last && desk.clock.now() < last.at + APART_MS) return null
  const known = await customerByEmail(desk, form.email)
  const fresh = newCustomer(desk, form, about)
  if (!known) await customers.create(fresh, about.key)
  // Who comes later with another password has not opened it: the mail of before opens nothing then.
  else await customers.renew(known.id, renewed(fresh))
  const letter = { kind: 'confirm', thread, address: form.email, language: about.language } as const
  await letters.write(nextLetter(desk.clock, last, letter))
  return null
}

const renewed = ({ email, name, passwordHash, language, createdAt }: Customer) => ({
  ...{ email, name, passwordHash, language, createdAt },
})
