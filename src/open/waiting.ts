import type { Clock } from '../clock'
import type { Config } from '../config'
import type { Log } from '../log'
import { withoutOutages } from '../store/outage'
import { ServerFault } from '../store/server-fault'
import { openClosedWeb } from '../web/closed'
import type { openPort } from './port'

/**
 * What is said while a desk waits for its database: at its port, to whoever started it and in the
 * log. The last two only when the reason is another one than before.
 */
export const waitingAt = (
  port: ReturnType<typeof openPort>,
  config: Config,
  { clock, log, waits }: { clock: Clock; log: Log; waits?: (why: string) => void },
) => {
  let told: string | undefined
  return async (why: string, problem: unknown) => {
    const isFirst = told === undefined
    const isNews = told !== why
    told = why
    if (isFirst)
      port.show(await openClosedWeb(config, { clock, log: withoutOutages(log) }, () => told ?? why))
    if (!isNews) return
    log.warn('the desk waits for its database', lineOf(problem))
    waits?.(why)
  }
}

const lineOf = (problem: unknown) =>
  problem instanceof ServerFault ? { problem: problem.says, remedy: problem.remedy } : { problem }
