import { runsDesk } from '../../commands/accounts/last-admin'
import type { Store } from '../../store/store'
import { accountListing } from '../accounts/listing'
import { programName } from '../program-name'
import { bad, type Finding, good } from './finding'

/** Whether somebody can set the desk up, and somebody could answer. */
export const lookAtPeople = async (store: Store): Promise<Finding[]> => {
  const lines = await accountListing.read(store)
  const admitted = lines.filter(({ status }) => status !== 'disabled')
  const admins = admitted.filter(({ role }) => runsDesk(role)).length
  const answering = admitted.filter(({ mayReply }) => mayReply).length
  const lacks: Finding[] = [
    ...(admins > 0 ? [] : [bad('accounts', noAdmin(lines.length), create('admin'))]),
    ...(answering > 0
      ? []
      : [bad('agents', 'nobody could answer: no account answers visitors', create('agent'))]),
  ]
  return lacks.length > 0
    ? lacks
    : [good('accounts', `${admins} may set it up, ${answering} answer`)]
}

const noAdmin = (accounts: number): string =>
  accounts === 0
    ? 'nobody can sign in: there is no account yet'
    : 'nobody can set the desk up: no admin is let in'

const create = (role: 'admin' | 'agent'): string =>
  `${programName()} ${role} create --email <address> --name <name>`
