import type { Command } from 'commander'
import type { Customer } from '../store/ports/customers'
import type { Store } from '../store/store'
import { deskOf, type Place, withData } from './options'
import { addList, type Form, type Listing, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

/** Accounts that are read at once. */
const STRETCH = 500

type CustomerRow = Pick<Customer, 'id' | 'name' | 'email'> & {
  state: 'open' | 'waits'
  created: string
}

const readAll = async ({ customers }: Store): Promise<CustomerRow[]> => {
  const all: Customer[] = []
  for (;;) {
    const last = all.at(-1)
    const after = last ? { by: last.createdAt, id: last.id } : null
    const rows = await customers.page({ descending: true, after }, STRETCH)
    all.push(...rows)
    if (rows.length < STRETCH) break
  }
  return all.map(({ id, name, email, openedAt, createdAt }) => ({
    ...{ id, name, email, state: openedAt === null ? ('waits' as const) : ('open' as const) },
    created: new Date(createdAt).toISOString(),
  }))
}

const listing: Listing<CustomerRow> = {
  read: readAll,
  columns: {
    name: ({ name }) => name,
    'e-mail': ({ email }) => email,
    state: ({ state }) => state,
    made: ({ created }) => created,
  },
}

const more = `
Name and e-mail are forgotten, an open chat ends, and what was said stays without saying whose it was.
It cannot be undone.`

/** Visitors with an account of their own. */
export const addCustomers = (program: Command, cli: Cli) => {
  const group = program.command('customer').description('visitors with an account of their own')
  addList(group, 'who has one, the newest first', listing, cli)
  withJson(withData(group.command('remove')))
    .description('delete the account of a visitor')
    .requiredOption('--email <address>', 'their e-mail')
    .addHelpText('after', more)
    .action(async (flags: Place & Form & { email: string }) => {
      const { email } = flags
      await sendToDesk(cli, deskOf(cli, flags), { do: 'customer remove', input: { email } })
      cli.out(flags.json ? 'null' : `The account of ${email} is deleted`)
    })
}
