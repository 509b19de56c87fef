import { customerLetter } from '../../views/letters/customers'
import { paths } from '../../views/paths'
import type { Edition } from '../../views/words/language'
import { customerByEmail } from '../commands/customers/find'
import { CONFIRM_MS, linkToken, MOVE_MS, moveTo } from '../commands/customers/links'
import { customerResetFor } from '../commands/customers/reset'
import { settingsOfDesk } from '../commands/desk-settings/read'
import type { Customer } from '../store/ports/customers'
import type { Letter } from '../store/ports/letters'
import type { DrawingParts, Drawn, Unsent } from './drawing'

type Draw = (parts: DrawingParts, letter: Letter, language: Edition) => Promise<Drawn | Unsent>

const nobody: Unsent = { state: 'nobody', problem: 'no account' }
const isOn = async (parts: DrawingParts) => (await settingsOfDesk(parts, 'customers')).customers

/** Who wants an account, who has one already, and who wants to be reached elsewhere. */
export const confirm: Draw = async (parts, letter, language) => {
  if (!(await isOn(parts))) return nobody
  return letter.thread.startsWith('move.')
    ? move(parts, letter, language)
    : registered(parts, letter, language)
}

/**
 * Who is written to: by name where they have shown that they read this address. Else somebody may have
 * typed it, and their words go to nobody they do not belong to.
 */
const addressee = ({ name, email, provenAt }: Customer) => ({
  name: provenAt === null ? '' : name,
  address: email,
})

/** Who has it already is told so, and nobody else is. */
const registered: Draw = async ({ store, clock, secret, baseUrl }, { address }, language) => {
  const customer = await customerByEmail({ store }, address)
  if (!customer) return nobody
  const to = addressee(customer)
  if (customer.openedAt !== null)
    return { ...letterOf('known', language, to, baseUrl + paths.customers.signIn), to }
  const token = linkToken(secret, 'confirm', customer, clock.now() + CONFIRM_MS)
  const link = baseUrl + paths.customers.signInBy(token)
  return { ...letterOf('confirm', language, to, link), to }
}

const move: Draw = async ({ store, clock, secret, baseUrl }, letter, language) => {
  const customer = await store.customers.byId(letter.thread.slice('move.'.length))
  if (!customer) return nobody
  const { address } = letter
  const token = linkToken(secret, moveTo(address), customer, clock.now() + MOVE_MS)
  const to = { name: '', address }
  const link = baseUrl + paths.customers.moveBy(token, address)
  return { ...letterOf('move', language, to, link), to }
}

/** A customer who forgot their password. */
export const customerReset: Draw = async (parts, { address }, language) => {
  const found = (await isOn(parts)) ? await customerResetFor(parts, address) : undefined
  if (!found) return nobody
  const to = addressee(found.customer)
  const link = parts.baseUrl + paths.customers.resetBy(found.token)
  return { ...letterOf('reset', language, to, link), to }
}

const letterOf = (
  of: 'confirm' | 'known' | 'move' | 'reset',
  language: Edition,
  { name }: { name: string },
  link: string,
) => customerLetter({ of, language, name, link })
