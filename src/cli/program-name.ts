/** `npm run bellhop --` from a clone, which also installs what it needs; else `bellhop`. */
export const programName = (
  environment: Record<string, string | undefined> = process.env,
): string =>
  ['start', 'bellhop'].includes(environment.npm_lifecycle_event ?? '')
    ? 'npm run bellhop --'
    : 'bellhop'

/** How another port is asked for, in the words that were used to call the program. */
export const otherPort = (
  port: number,
  environment: Record<string, string | undefined> = process.env,
): string => {
  const another = port < 65_535 ? port + 1 : port - 1
  return environment.npm_lifecycle_event === 'start'
    ? `npm start -- --port ${another}`
    : `--port ${another}`
}
