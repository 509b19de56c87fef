import { Command, CommanderError } from 'commander'
import pack from '../../package.json'
import { ConfigError } from '../config'
import { addAccounts } from './accounts'
import { CliError } from './cli-error'
import { addDemo } from './demo'
import { addDepartments } from './departments'
import { addDoctor } from './doctor'
import { addMigrate } from './migrate'
import { programName } from './program-name'
import { addReplay } from './replay'
import { addServe } from './serve'

/**
 * The program: argv in, exit code out. 0 done, 1 could not be done, 2 used wrongly; for 1 and 2
 * one clear sentence on standard error.
 */
export const runCli = async (argv: readonly string[]): Promise<number> => {
  let code = 0
  const program = new Command(programName())
    .description('Live customer-service chat: one file, one desk.')
    .version(pack.version)
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)')
  const finish = (outcome: number) => {
    code = outcome
  }
  const desk = [addServe, addMigrate, addAccounts, addDepartments]
  for (const add of [...desk, addDemo, addDoctor, addReplay]) add(program, finish)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (problem) {
    return explain(problem)
  }
}

const explain = (problem: unknown): number => {
  // Commander has printed its own sentence, or the help that was asked for.
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : 2
  if (problem instanceof ConfigError) {
    for (const sentence of problem.problems) console.error(sentence)
    return 2
  }
  console.error(problem instanceof Error ? problem.message : String(problem))
  // One sentence is enough for who uses it; who looks for the reason asks for more.
  if (process.env.LOG_LEVEL === 'debug') console.error(problem)
  return problem instanceof CliError ? problem.code : 1
}
