import type { Command } from 'commander'
import { type LetterStage, letterKinds, letterStages } from '../../actors/letter'
import { letterList } from '../../views/office/letters'
import { readLetters } from '../reads/office-letters'
import { CliError } from './cli-error'
import { allOf, type Limit, type SharedList, showList, withLimit } from './lists'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const shared: SharedList<Parameters<(typeof letterList)['columns'][0]['value']>[0]> = {
  ...{ list: letterList, read: readLetters },
  shows: ['id', 'at', 'stage', 'kind', 'to', 'tries', 'problem', 'next'],
}

/** Mails that one command tries anew at most. */
const RETRIED = 1_000

type Flags = Place & Form
type Narrowing = { stage?: string; kind?: string; to?: string }

const asked = ({ stage, kind, to = '' }: Narrowing) => {
  assertOneOf('--stage', stage, letterStages)
  assertOneOf('--kind', kind, letterKinds)
  return allOf(shared, {
    q: to,
    filters: { ...(stage ? { stage } : {}), ...(kind ? { kind } : {}) },
  })
}

const assertOneOf = (flag: string, typed: string | undefined, all: readonly string[]) => {
  if (typed !== undefined && !all.includes(typed))
    throw new CliError(`${flag} must be one of ${all.join(', ')}`, 2)
}

const DEAD: LetterStage = 'dead'

/** `mail list`, `mail dead`, `mail retry` and `mail drop`. */
export const addMail = (program: Command, cli: Cli) => {
  const group = program.command('mail').description('the mail of the desk, sent and to be sent')
  withLimit(withJson(withData(group.command('list'))))
    .description('the newest first')
    .option('--stage <stage>', `only these: ${letterStages.join(', ')}`)
    .option('--kind <kind>', `only these: ${letterKinds.join(', ')}`)
    .option('--to <address>', 'only what goes to this address')
    .action((flags: Flags & Limit & Narrowing) => showList(cli, flags, shared, asked(flags)))
  withLimit(withJson(withData(group.command('dead'))))
    .description('what did not go, however often it was tried')
    .action((flags: Flags & Limit) => showList(cli, flags, shared, asked({ stage: DEAD })))
  withJson(withData(group.command('retry')))
    .description('send one at once that did not go, or all of them')
    .argument('[id]', 'which one')
    .option('--dead', 'all that did not go')
    .action((id: string | undefined, flags: Flags & { dead?: boolean }) => retry(cli, id, flags))
  withJson(withData(group.command('drop')))
    .description('send one no more that is still to go')
    .argument('<id>', 'which one')
    .action((id: string, flags: Flags) =>
      act(cli, flags, 'mail drop', [id], 'is not sent any more'),
    )
}

const retry = async (cli: Cli, id: string | undefined, flags: Flags & { dead?: boolean }) => {
  if ((id === undefined) === (flags.dead !== true))
    throw new CliError('mail retry needs an id, or --dead for all that did not go', 2)
  const ids =
    id === undefined
      ? await lookInto(cli, flags, async (store) => {
          const { rows } = await readLetters(store, asked({ stage: DEAD }), RETRIED)
          return rows.map((letter) => letter.id)
        })
      : [id]
  await act(cli, flags, 'mail retry', ids, 'is sent again')
}

const act = async (
  cli: Cli,
  flags: Flags,
  what: 'mail retry' | 'mail drop',
  ids: readonly string[],
  says: string,
) => {
  const config = deskOf(cli, flags)
  for (const id of ids) {
    await sendToDesk(cli, config, { do: what, input: { id } })
    if (!flags.json) cli.out(`${id} ${says}`)
  }
  if (flags.json) cli.out(JSON.stringify({ done: ids }))
  else if (ids.length === 0) cli.out('Nothing is left to be sent')
}
