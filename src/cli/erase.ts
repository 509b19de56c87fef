import type { Command } from 'commander'
import { type Erasure, erasedKinds } from '../../actors/erasing/erasure'
import { privacy } from '../../views/words/privacy'
import { CliError } from './cli-error'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { programName } from './program-name'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
VISITOR is the id of a visitor or an e-mail address. Who has the same address, or was made one with them, is the
same person. Without --yes it only tells whom it would be about. Works while the desk is open and while it is
closed; at its end the file of the database is written anew, and the desk stands still for that long.
What colleagues wrote stays, without their words and name. Backups that were made before have all of it.`

/** How often it is looked how far another node has come with it, ms, and for how long at most. */
const LOOK_MS = 500
const LONGEST_MS = 15 * 60_000

/** `bellhop erase VISITOR [--yes]`. */
export const addErase = (program: Command, cli: Cli) => {
  withJson(withData(program.command('erase')))
    .description('erase a person everywhere, for good')
    .argument('<visitor>', 'id of a visitor, or an e-mail address')
    .option('--yes', 'do it; without it, only tell whom it would be about')
    .addHelpText('after', more)
    .action((visitor: string, flags: Place & Form & { yes?: boolean }) =>
      flags.yes ? erase(cli, visitor, flags) : look(cli, visitor, flags),
    )
}

const look = async (cli: Cli, visitor: string, flags: Place & Form) => {
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'erase look', input: { visitor } })
  if (flags.json) return cli.out(id)
  const { visitors, accounts, conversations, held } = JSON.parse(id)
  cli.out(privacy.en.found(visitors, accounts, conversations))
  cli.out(held ? privacy.en.heldBack : `Nothing was erased: ${programName()} erase … --yes does it`)
}

const erase = async (cli: Cli, visitor: string, flags: Place & Form) => {
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'erase', input: { visitor } })
  const erasure = await whenDone(cli, flags, id)
  const { step, counts, problem } = erasure
  if (flags.json) cli.out(JSON.stringify({ id, step, counts, problem }))
  else {
    for (const kind of erasedKinds)
      if (counts[kind]) cli.out(`${privacy.en.kinds[kind]}: ${counts[kind]}`)
    cli.out(step === 'done' ? 'Erased' : `It goes on while the desk is open: ${problem || step}`)
  }
  cli.finish(step === 'done' ? 0 : 1)
}

/** Another node may have it in hand: it is waited for that. */
const whenDone = async (cli: Cli, flags: Place, id: string): Promise<Erasure> => {
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const erasure = await lookInto(cli, flags, ({ erasures }) => erasures.find(id))
    if (!erasure) throw new CliError('The erasure is not known to the desk')
    if (erasure.step === 'done' || erasure.problem !== '' || waitedMs >= LONGEST_MS) return erasure
    await cli.clock.sleep(LOOK_MS)
  }
}
