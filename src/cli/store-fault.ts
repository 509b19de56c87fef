import type { Config } from '../config'
import { explained } from '../disk/explain'
import { pathIn } from '../store/open-store'
import { ServerFault } from '../store/server-fault'
import type { Unavailable } from '../store/unavailable'

/** Why the store could not answer, in a sentence with what puts it right, and the exit code. */
export type ToldFault = { fault: string; code: 1 | 2 }

/** The same to who asked an open desk and to who works with its data themselves. */
export const storeFault = (
  problem: Unavailable,
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
): ToldFault => {
  const { cause, message, full } = problem
  const code = full ? 2 : 1
  if (cause instanceof ServerFault) return { fault: cause.message, code }
  const told = databaseUrl.startsWith('sqlite:')
    ? explained(problem, 'DATA_DIR cannot be written', pathIn(databaseUrl, dataDir), dataDir)
    : problem
  const isExplained = told !== problem && told instanceof Error
  return { fault: isExplained ? told.message : `${message}: try again in a moment`, code }
}
