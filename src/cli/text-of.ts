import { readFileSync } from 'node:fs'
import { CliError } from './cli-error'

/** What a file says. Throws one sentence when it is no text, or not there. */
export const textOf = (file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(`${file} cannot be read as text: ${why}`, 2)
  }
}

/** What is in a file. Throws one sentence when it is not there. */
export const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(`${file} cannot be read: ${why}`, 2)
  }
}
