import type { Command } from 'commander'
import { isProblem, type Reason } from '../../actors/problem'
import { openDesk } from '../open'
import { askControl } from './control'
import { configOf, type Place, withData } from './options'
import { type AccountOrder, makeAccount } from './orders'
import { type Finish, Refusal } from './refusal'
import { sentence } from './sentence'

type Flags = Place & {
  email: string
  name: string
  passwordStdin?: boolean
  department?: string[]
  capacity?: string
}

export const addAccounts = (program: Command, finish: Finish) => {
  for (const role of ['admin', 'agent'] as const) {
    const command = withData(
      program.command(role).description(`accounts of ${role}s`).command('create'),
    )
      .description(`make an account for an ${role}`)
      .requiredOption('--email <address>', 'address to sign in with')
      .requiredOption('--name <name>', 'name as it is shown')
      .option('--password-stdin', 'read the password from standard input')
      .option('--department <name...>', 'departments to answer for, made when missing')
      .option('--capacity <number>', 'conversations at a time (5)')
    command.action(async (flags: Flags) => {
      const password = flags.passwordStdin ? await readPassword() : undefined
      await create({
        role,
        flags,
        password: password ?? newPassword(),
        told: password === undefined,
      })
      finish(0)
    })
  }
}

const create = async (what: {
  role: 'admin' | 'agent'
  flags: Flags
  password: string
  /** No password was given: one is made and printed once. */
  told: boolean
}) => {
  const { role, flags, password } = what
  const config = configOf(flags, { quiet: true })
  const order: AccountOrder = {
    role,
    email: flags.email,
    name: flags.name,
    password,
    departments: flags.department ?? [],
    ...(flags.capacity === undefined ? {} : { capacity: Number(flags.capacity) }),
  }
  const asked = await askControl(config, order)
  if (asked && !asked.ok) throw new Refusal(sentence(asked.reason as Reason, asked.values ?? {}))
  if (!asked) await createHere(config, order)
  console.log(`${flags.name} can sign in as ${flags.email} at ${config.baseUrl}/sign-in`)
  if (what.told) console.log(`The password is ${password}`)
}

const createHere = async (config: ReturnType<typeof configOf>, order: AccountOrder) => {
  const opened = await openDesk(config)
  try {
    const made = await makeAccount(opened.desk, order)
    if (isProblem(made)) throw new Refusal(sentence(made.reason, made.values))
  } finally {
    await opened.close()
  }
}

const readPassword = async () => (await Bun.stdin.text()).replace(/\r?\n$/, '')

/** 20 characters of base32: easy to read out, 100 bits. */
export const newPassword = (): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}
