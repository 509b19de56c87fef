import { join } from 'node:path'
import { z } from 'zod'
import { abortAfter } from '../clock'
import type { Config } from '../config'
import { CliError } from './cli-error'
import type { ToldFault } from './store-fault'
import type { Terminal } from './terminal'

/** The door of an open desk, in the folder of its data. */
export const socketOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'control.sock')

/** Longer than anything that is asked for takes, but for what takes over a file, ms. */
const ANSWER_MS = 10_000

/** The desk's own word for what it could not do. */
const toldFault: z.ZodType<ToldFault> = z.object({
  fault: z.string(),
  code: z.union([z.literal(1), z.literal(2)]),
})

type Question<Answer> = {
  shape: z.ZodType<Answer>
  /** What is to be done, as JSON; without it the desk is only asked what it is. */
  body?: string
  /** What is true when no answer came, said after why none did. */
  unknown: string
  /** How long is waited for the answer, ms. */
  waitMs?: number
}

/**
 * Asks the desk that is open at this data folder. Undefined when none listens there: only then is
 * it certain that nothing was done. Throws a `CliError` when one was asked and no answer of the
 * expected shape came in time.
 */
export const askDesk = async <Answer>(
  { clock }: Terminal,
  config: Pick<Config, 'dataDir'>,
  { shape, body, unknown, waitMs = ANSWER_MS }: Question<Answer>,
): Promise<Answer | undefined> => {
  const fail = (why: string, cause?: unknown): never => {
    throw new CliError(`${why}${unknown}`, 1, { cause })
  }
  const method = body === undefined ? 'GET' : 'POST'
  const signal = abortAfter(clock, waitMs)
  let text = ''
  try {
    const answer = await fetch('http://localhost/', {
      unix: socketOf(config),
      method,
      body,
      signal,
    })
    text = await answer.text()
    if (!answer.ok) {
      const told = toldFault.safeParse(jsonIn(text))
      if (told.success) throw new CliError(told.data.fault, told.data.code)
      fail(`The desk answered with an error (${answer.status})`)
    }
  } catch (problem) {
    if (problem instanceof CliError) throw problem
    if (isNobody(problem)) return undefined
    if (signal.aborted) fail('The desk did not answer in time', problem)
    fail('The desk broke off before it answered', problem)
  }
  const answer = shape.safeParse(jsonIn(text))
  return answer.success ? answer.data : fail('The desk answered in a way that cannot be read')
}

/** There is no socket, or one that a desk that was killed has left behind. */
const isNobody = (problem: unknown) =>
  ['ENOENT', 'ECONNREFUSED'].includes(String((problem as { code?: unknown }).code))

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
