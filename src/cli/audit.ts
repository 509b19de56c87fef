import type { Command } from 'commander'
import {
  type AuditedAct,
  type AuditHead,
  audited,
  type ChainFault,
  type Verified,
} from '../../actors/audit'
import { verifyChain } from '../system/sealer/verify'
import { auditListing, type Narrowing, readAll, stretches } from './audit/listing'
import { CliError } from './cli-error'
import { lookInto, type Place, withData } from './options'
import { type Form, tableOf, withJson } from './output'
import { tellExport } from './tell-export'
import type { Cli } from './terminal'

/** Rows that are listed where nobody says how many. */
const LISTED = 50

const moreOfVerify = `
Each record has the hash of the one before, so that one that was altered, removed, inserted or moved
is found, and named: the first of them. Ends with 1 then. Keep the head that is printed somewhere
else: --head proves later that the chain still goes through it, even if all of it was made anew.
Changes nothing, and may run while the desk is open.`

const faultWords: Readonly<Record<ChainFault, string>> = {
  altered: 'was altered since it was sealed',
  inserted: 'was inserted: it was not there when the next one was sealed',
  removed: 'is missing: it was removed',
  moved: 'does not follow the one before: records were swapped or taken out here',
  otherHead: 'does not have the hash that was kept: the chain is another one',
}

export const addAudit = (program: Command, cli: Cli) => {
  const group = program.command('audit').description('who did what, and proof that it is all there')
  withJson(withData(group.command('verify')))
    .description('look whether every record of the audit is as it was written')
    .option('--head <number:hash>', 'a head that was kept elsewhere, to be found in the chain')
    .addHelpText('after', moreOfVerify)
    .action(async (flags: Place & Form & { head?: string }) => {
      const kept = flags.head === undefined ? undefined : headIn(flags.head)
      const found = await lookInto(cli, flags, ({ audit }) => verifyChain({ audit, kept }))
      if (flags.json) cli.out(JSON.stringify({ whole: found.fault === null, ...found }))
      else tell(cli, found)
      cli.finish(found.fault ? 1 : 0)
    })
  narrowed(withJson(withData(group.command('list'))))
    .description('the newest records')
    .option('--limit <number>', 'how many', String(LISTED))
    .action(async (flags: Place & Form & Narrowing & { limit: string }) => {
      const limit = Number(flags.limit)
      if (!(Number.isInteger(limit) && limit > 0))
        throw new CliError('--limit must be a number, 1 or more', 2)
      const rows = await lookInto(cli, flags, ({ audit }) => readAll(audit, asked(flags), limit))
      if (flags.json) return cli.out(JSON.stringify(rows, null, 2))
      const cells = rows.map((row) => Object.values(auditListing).map((cell) => cell(row)))
      cli.out(tableOf([Object.keys(auditListing), ...cells]))
    })
  narrowed(withJson(withData(group.command('export'))))
    .description('write all records as a table (CSV), or in JSON, the oldest first')
    .option('--csv', 'as a table, as without --json')
    .action(async (flags: Place & Form & Narrowing & { csv?: boolean }) => {
      if (flags.json && flags.csv) throw new CliError('--json or --csv, not both', 2)
      await tellExport(cli, flags, `audit.${flags.json ? 'json' : 'csv'}`, asked(flags))
      await lookInto(cli, flags, async ({ audit }) => {
        for await (const text of stretches(audit, asked(flags), flags.json ?? false)) cli.out(text)
      })
    })
}

const narrowed = (command: Command) =>
  command
    .option('--act <act>', `only these: ${audited.join(', ')}`)
    .option('--actor <id>', 'only what somebody did, by the id of their account')
    .option('--object <address>', 'only what was done to this, like conversation:0199…')

const asked = (flags: Narrowing): Narrowing => {
  const { act, actor, object } = flags
  if (act !== undefined && !audited.includes(act as AuditedAct))
    throw new CliError(`--act must be one of ${audited.join(', ')}`, 2)
  return {
    ...(act === undefined ? {} : { act }),
    ...(actor === undefined ? {} : { actor }),
    ...(object === undefined ? {} : { object }),
  }
}

const headIn = (typed: string): Pick<AuditHead, 'seq' | 'hash'> => {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(typed) ?? []
  if (seq === undefined || hash === undefined)
    throw new CliError(
      '--head must be a number and a hash, like 128402:9f3c…, as verify prints it',
      2,
    )
  return { seq: Number(seq), hash }
}

const tell = (cli: Cli, { fault, head, sealed, unsealed }: Verified) => {
  const waiting = unsealed === 0 ? '' : `, and ${unsealed} not sealed yet`
  if (fault) {
    const named = fault.id === null ? '' : ` (${fault.id})`
    cli.err(`Record ${fault.seq}${named} ${faultWords[fault.kind]}`)
    cli.err(`${sealed} records before it are as they were written${waiting}`)
    return
  }
  cli.out(`The chain is whole: ${sealed} records${waiting}`)
  if (head) cli.out(`head: ${head.seq}:${head.hash}`)
}
