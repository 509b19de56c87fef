import type { Command } from 'commander'
import { parseAddress } from '../../actors/address'
import { systemClock } from '../clock'
import { openLog } from '../log'
import { openStore } from '../store/open-store'
import { replay } from '../system/replay'
import { configOf, type Place, withData } from './options'
import { type Finish, Refusal } from './refusal'

export const addReplay = (program: Command, finish: Finish) => {
  withData(program.command('replay'))
    .argument('[address]', 'an actor, like conversation:0199…')
    .description('take an actor’s turns again from its journal and compare')
    .option('--at <version>', 'stop after this turn and print the snapshot')
    .option('--all', 'every journal of the desk: print only what differs')
    .action(async (address: string | undefined, flags: Place & { at?: string; all?: boolean }) => {
      const config = configOf(flags, { quiet: true })
      const store = await openStore({
        url: config.databaseUrl,
        dataDir: config.dataDir,
        clock: systemClock,
        log: openLog(config.logLevel),
        readOnly: true,
      })
      try {
        finish(await run(store, address, flags))
      } finally {
        await store.close()
      }
    })
}

const run = async (
  store: Awaited<ReturnType<typeof openStore>>,
  typed: string | undefined,
  flags: { at?: string; all?: boolean },
): Promise<number> => {
  if (flags.all) return runAll(store)
  const address = typed && parseAddress(typed)
  if (!address) throw new Refusal('replay needs an address like conversation:0199…, or --all', 2)
  const at = flags.at === undefined ? undefined : Number(flags.at)
  if (at !== undefined && !(Number.isInteger(at) && at > 0))
    throw new Refusal('--at must be the number of a turn, 1 or more', 2)
  const played = await replay(store.turns, address, at)
  if (played.turns === 0) throw new Refusal(`nothing is known of ${address}`)
  console.log(JSON.stringify(played.snapshot, null, 2))
  if (at !== undefined) return 0
  console.error(
    played.equal
      ? `${played.turns} turns, equal to what is stored`
      : `${played.turns} turns, and what is stored differs`,
  )
  return played.equal ? 0 : 1
}

const runAll = async (store: Awaited<ReturnType<typeof openStore>>): Promise<number> => {
  let after = ''
  let actors = 0
  let turns = 0
  let different = 0
  for (;;) {
    const page = await store.turns.addresses(after, 200)
    for (const address of page) {
      const played = await replay(store.turns, address)
      actors += 1
      turns += played.turns
      if (played.equal) continue
      different += 1
      console.log(address)
    }
    const last = page.at(-1)
    if (!last) break
    after = last
  }
  console.error(`${actors} actors, ${turns} turns, ${different} different`)
  return different === 0 ? 0 : 1
}
