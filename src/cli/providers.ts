import type { Command } from 'commander'
import type { Store } from '../store/store'
import { CliError } from './cli-error'
import { deskOf, type Place, withData } from './options'
import { addList, type Form, type Listing, tell, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

type ProviderRow = {
  id: string
  label: string
  issuer: string
  clientId: string
  domains: string[]
  role: string
  counts: 'yes' | 'no'
}

const listing: Listing<ProviderRow> = {
  read: async ({ providers }: Store) =>
    (await providers.all()).map(
      ({ id, label, issuer, clientId, domains, role, countsAsSecond }) => ({
        ...{ id, label, issuer, clientId, domains: [...domains], role },
        counts: countsAsSecond ? 'yes' : 'no',
      }),
    ),
  columns: {
    name: ({ label }) => label,
    issuer: ({ issuer }) => issuer,
    domains: ({ domains }) => domains.join(', '),
    'new people': ({ role }) => role || '–',
    'two steps': ({ counts }) => counts,
  },
}

const more = `
A service that is not there yet is added; it needs --issuer and --client-id. Its secret is read from standard
input with --secret-stdin, and never from the command line, where others could read it.`

type Flags = Place &
  Form & {
    rename?: string
    issuer?: string
    clientId?: string
    secretStdin?: boolean
    domains?: string
    role?: string
    counts?: string
  }

/** Services that people sign in by. */
export const addProviders = (program: Command, cli: Cli) => {
  const group = program.command('provider').description('services that people sign in by')
  withJson(withData(group.command('set')))
    .description('add a service (OpenID Connect), or change it')
    .argument('<label>', 'name on its button')
    .option('--rename <label>', 'another name on its button')
    .option('--issuer <address>', 'its address, like https://accounts.example.org')
    .option('--client-id <id>', 'by which it knows the desk')
    .option('--secret-stdin', 'read the client secret from standard input')
    .option('--domains <list>', 'whose addresses may come in, like example.org,example.com')
    .option('--role <name>', "what new people become; 'none' lets in only who has an account")
    .option('--counts <yes|no>', 'whether it asks for a second step itself')
    .addHelpText('after', more)
    .action((label: string, flags: Flags) => set(cli, label, flags))
  withJson(withData(group.command('remove')))
    .description('take a service away; who came in by it is signed out')
    .argument('<label>', 'name on its button')
    .action(async (label: string, flags: Flags) => {
      const { id } = await sendToDesk(cli, deskOf(cli, flags), {
        ...{ do: 'provider remove', input: { provider: label } },
      })
      const isIt = (row: ProviderRow) => row.id === id
      await tell(cli, flags, listing, { isIt, words: [`Nobody signs in by ${label} any more`] })
    })
  addList(group, 'services that people sign in by', listing, cli)
}

const set = async (cli: Cli, label: string, flags: Flags) => {
  const { rename, issuer, clientId, secretStdin, domains, role, counts } = flags
  if (counts !== undefined && counts !== 'yes' && counts !== 'no')
    throw new CliError('--counts is yes or no', 2)
  const fields = {
    ...(rename === undefined ? {} : { label: rename }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(clientId === undefined ? {} : { client: clientId }),
    ...(secretStdin ? { client_secret: (await cli.input()).trim() } : {}),
    ...(domains === undefined ? {} : { domains }),
    ...(role === undefined ? {} : { role: role === 'none' ? '' : role }),
    ...(counts === undefined ? {} : { counts }),
  }
  const input = { provider: label, fields }
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'provider set', input })
  await tell(cli, flags, listing, {
    isIt: (row) => row.id === id,
    words: (row) => [
      row ? `People sign in by ${row.label} (${row.issuer})` : `${rename ?? label} was set`,
    ],
  })
}
