import { otherPort } from './program-name'

/** Ends a command with one sentence and an exit code. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: 1 | 2
  constructor(sentence: string, code: 1 | 2 = 1, options?: { cause?: unknown }) {
    super(sentence, options)
    this.code = code
  }
}

/** What cannot even be opened was set up wrongly: its one sentence, and exit code 2. */
export const opening = async <Opened>(work: Promise<Opened>, port = 0): Promise<Opened> => {
  try {
    return await work
  } catch (problem) {
    const { code, message = String(problem) } = problem as { code?: string; message?: string }
    if (code === 'EADDRINUSE')
      throw new CliError(
        `Port ${port} is in use already: choose another with ${otherPort(port)}`,
        2,
      )
    if (code === 'EACCES')
      throw new CliError(`Port ${port} needs more rights than this user has: choose another`, 2)
    throw new CliError(message, 2, { cause: problem })
  }
}
