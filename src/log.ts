/** How much is told, from everything to nothing. */
export const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type Level = (typeof levels)[number]

/** One JSON line an event. Never message text, tokens, passwords or addresses of people. */
export type Log = {
  debug(message: string, about?: Record<string, unknown>): void
  info(message: string, about?: Record<string, unknown>): void
  warn(message: string, about?: Record<string, unknown>): void
  error(message: string, about?: Record<string, unknown>): void
}

/** Writes what is of a level or above, to standard error if nothing else is said. */
export const openLog = (
  level: Level,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log => {
  const at =
    (own: Level) =>
    (message: string, about: Record<string, unknown> = {}) => {
      if (levels.indexOf(own) < levels.indexOf(level)) return
      const line = { at: new Date().toISOString(), level: own, message, ...printable(about) }
      write(`${oneLine(line)}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/**
 * JSON escapes most control characters, and here the rest of what moves a terminal's cursor or
 * ends a line for some reader, so one event is one line whatever it holds.
 */
const oneLine = (line: Record<string, unknown>): string =>
  JSON.stringify(line).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const printable = (about: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(about).map(([name, value]) => [
      name,
      value instanceof Error
        ? { name: value.name, message: value.message, stack: value.stack }
        : value,
    ]),
  )
