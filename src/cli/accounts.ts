import type { Command } from 'commander'
import { limits } from '../../actors/limits'
import { isProblem } from '../../actors/problem'
import { paths } from '../../views/paths'
import type { Config } from '../config'
import { openDesk } from '../open'
import { askControl, findOpen, type Ordered } from './control'
import { configOf, type Place, withData } from './options'
import { type AccountOrder, makeAccount } from './orders'
import { type Finish, opening, Refusal } from './refusal'
import { sentence } from './sentence'

type Flags = Place & {
  email: string
  name: string
  passwordStdin?: boolean
  department?: string[]
  capacity?: string
}

const more = `
Works while the desk is open and while it is closed. Without --password-stdin a password is made
and printed once; none is ever taken from the command line, where others could read it.`

export const addAccounts = (program: Command, finish: Finish) => {
  for (const role of ['admin', 'agent'] as const) {
    const group = program.command(role).description(`make an account for an ${role}`)
    const command = withData(group.command('create'))
      .description(`make an account for an ${role}`)
      .requiredOption('--email <address>', 'address to sign in with')
      .requiredOption('--name <name>', 'name as visitors see it')
      .option('--password-stdin', 'read the password from standard input')
      .option('--department <name...>', 'departments to answer for, made when missing')
      .option('--capacity <number>', 'conversations at a time (5)')
      .addHelpText('after', more)
    command.action(async (flags: Flags) => {
      await create(role, flags)
      finish(0)
    })
  }
}

const create = async (role: 'admin' | 'agent', flags: Flags) => {
  const capacity = capacityOf(flags.capacity)
  const given = flags.passwordStdin ? await readPassword() : undefined
  const password = given ?? newPassword()
  const config = configOf(flags, { quiet: true })
  const order: AccountOrder = {
    role,
    email: flags.email,
    name: flags.name,
    password,
    departments: flags.department ?? [],
    ...(capacity === undefined ? {} : { capacity }),
  }
  const made = (await askControl(config, order)) ?? (await createHere(config, order))
  if ('reason' in made) throw new Refusal(sentence(made.reason, made.values))
  const { baseUrl } = (await findOpen(config)) ?? config
  console.log(`${flags.name} can sign in as ${flags.email} at ${baseUrl}${paths.session.signIn}`)
  if (given === undefined) console.log(`The password is ${password}`)
}

const createHere = async (config: Config, order: AccountOrder): Promise<Ordered> => {
  const opened = await opening(openDesk(config))
  try {
    const made = await makeAccount(opened.desk, order)
    return isProblem(made) ? { reason: made.reason, values: { ...made.values } } : { id: made }
  } finally {
    await opened.close()
  }
}

const capacityOf = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return undefined
  const capacity = Number(typed)
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= limits.capacity) return capacity
  throw new Refusal(`--capacity must be a number from 1 to ${limits.capacity} (got ${typed})`, 2)
}

const readPassword = async () => (await Bun.stdin.text()).replace(/\r?\n$/, '')

/** 20 characters that are easy to read out, 100 bits. */
const newPassword = (): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}
