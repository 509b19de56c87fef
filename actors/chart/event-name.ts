const AFTER = /^xstate\.after\.(\w+)\./

/** What an event is called wherever it is told of: a delay of a machine by its name, `after.patience`. */
export const nameOf = (type: string): string => {
  const delay = AFTER.exec(type)?.[1]
  if (delay !== undefined) return `after.${delay}`
  return type === '' ? 'always' : type
}
