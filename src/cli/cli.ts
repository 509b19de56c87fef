import { CommanderError } from 'commander'
import pack from '../../package.json'
import { ConfigError } from '../config'
import { addAccounts } from './accounts'
import { addAudit } from './audit'
import { addBackup } from './backup'
import { addCanned } from './canned'
import { CliError } from './cli-error'
import { addConfig } from './config-text'
import { addCustomers } from './customers'
import { addDemo } from './demo'
import { addDepartments } from './departments'
import { DeskCommand } from './desk-command'
import { addDoctor } from './doctor'
import { addErase } from './erase'
import { addHours } from './hours'
import { addMail } from './mail'
import { addMigrate } from './migrate'
import { addMoving } from './moving'
import { programName } from './program-name'
import { addProviders } from './providers'
import { addReplay } from './replay'
import { addRestore } from './restore'
import { addRetention } from './retention'
import { addRoles } from './roles'
import { addSearch } from './search'
import { addServe } from './serve'
import { addSettings } from './settings'
import { addSimulate } from './simulate'
import { addTags } from './tags'
import type { Cli, Terminal } from './terminal'
import { addTexts } from './texts'
import { addVerify } from './verify'
import { addVisitors } from './visitors'

/**
 * Runs one command: words in, exit code out. 0 done, 1 could not be done, 2 used wrongly; for 1
 * and 2 one clear sentence on the terminal's `err`. Ends no process and reads none of its own.
 */
export const runCli = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  let code = 0
  const cli: Cli = {
    ...terminal,
    finish: (outcome) => {
      code = outcome
    },
  }
  const program = new DeskCommand(programName())
    .description('Live customer-service chat: one file, one desk.')
    .version(pack.version)
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)')
    .configureOutput({
      writeOut: (text) => cli.out(text.replace(/\n$/, '')),
      writeErr: (text) => cli.err(text.replace(/\n$/, '')),
    })
  const desk = [addServe, addMigrate, addAccounts, addRoles, addDepartments, addHours, addCanned]
  for (const add of [
    ...desk,
    addAudit,
    addBackup,
    addConfig,
    addCustomers,
    addDemo,
    addDoctor,
    addErase,
    addMail,
    addMoving,
    addProviders,
    addReplay,
    addRetention,
    addRestore,
    addSearch,
    addSettings,
    addSimulate,
    addTags,
    addTexts,
    addVerify,
    addVisitors,
  ])
    add(program, cli)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (problem) {
    return explain(argv.includes('--json') ? inJson(cli) : cli, problem)
  }
}

/** Who reads JSON gets the sentences of a refusal in JSON too. */
const inJson = (terminal: Terminal): Terminal => ({
  ...terminal,
  err: (sentence) => terminal.err(JSON.stringify({ error: sentence })),
})

const explain = ({ env, err }: Terminal, problem: unknown): number => {
  // Commander has printed its own sentence, or the help that was asked for.
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : 2
  if (problem instanceof ConfigError) {
    for (const sentence of problem.problems) err(sentence)
    return 2
  }
  err(problem instanceof Error ? problem.message : String(problem))
  // One sentence is enough for who uses it; who looks for the reason asks for more.
  if (env.LOG_LEVEL === 'debug') err(Bun.inspect(problem))
  return problem instanceof CliError ? problem.code : 1
}
