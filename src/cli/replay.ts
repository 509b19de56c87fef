import type { Command } from 'commander'
import { type Address, parseAddress } from '../../actors/address'
import type { Turns } from '../store/ports/turns'
import { replay } from '../system/replay'
import { CliError } from './cli-error'
import { lookInto, type Place, withData } from './options'
import type { Cli } from './terminal'

type Flags = Place & { at?: string; all?: boolean }

const more = `
Changes nothing, and may run while the desk is open. Ends with 1 when what is stored differs.`

export const addReplay = (program: Command, cli: Cli) => {
  withData(program.command('replay'))
    .argument('[address]', 'an actor, like conversation:0199…')
    .description('take an actor’s turns again from its journal and compare')
    .option('--at <version>', 'stop after this turn and print the snapshot')
    .option('--all', 'every journal of the desk: print only what differs')
    .addHelpText('after', more)
    .action(async (typed: string | undefined, flags: Flags) => {
      const run = runOf(typed, flags)
      cli.finish(await lookInto(cli, flags, ({ turns }) => run(cli, turns)))
    })
}

type Run = (cli: Cli, turns: Turns) => Promise<number>

/** What was asked for, once it makes sense. */
const runOf = (typed: string | undefined, flags: Flags): Run => {
  if (flags.all) return runAll
  const address = typed && parseAddress(typed)
  if (!address) throw new CliError('Replay needs an address like conversation:0199…, or --all', 2)
  const at = flags.at === undefined ? undefined : Number(flags.at)
  if (at !== undefined && !(Number.isInteger(at) && at > 0))
    throw new CliError('--at must be the number of a turn, 1 or more', 2)
  return (cli, turns) => runOne(cli, turns, address, at)
}

const runOne = async (
  cli: Cli,
  turns: Turns,
  address: Address,
  at: number | undefined,
): Promise<number> => {
  const played = await replay(turns, address, at)
  if (played.damagedAt !== null)
    throw new CliError(`Turn ${played.damagedAt} of ${address} cannot be read in its journal`)
  if (played.turns === 0) throw new CliError(`Nothing is known of ${address}`)
  cli.out(JSON.stringify(played.snapshot, null, 2))
  if (at !== undefined) return 0
  const outcome = played.equal ? 'equal to what is stored' : 'and what is stored differs'
  cli.err(`${played.turns} turns, ${outcome}`)
  return played.equal ? 0 : 1
}

const runAll = async (cli: Cli, turns: Turns): Promise<number> => {
  const count = { actors: 0, turns: 0, different: 0 }
  for (let page = await turns.addresses('', PAGE_ADDRESSES); page.length > 0; ) {
    for (const address of page) {
      const played = await replay(turns, address)
      count.actors += 1
      count.turns += played.turns
      if (played.equal) continue
      count.different += 1
      cli.out(address)
    }
    page = await turns.addresses(page.at(-1) ?? '', PAGE_ADDRESSES)
  }
  cli.err(`${count.actors} actors, ${count.turns} turns, ${count.different} different`)
  return count.different === 0 ? 0 : 1
}
const PAGE_ADDRESSES = 200
