/**
 * Plain data with what it lacks filled in, inside its records too; what it holds stays. Anything
 * but a record comes back as the defaults are.
 */
export const withDefaults = <T extends object>(defaults: T, data: unknown): T => {
  if (!isRecord(data)) return defaults
  const filled: Record<string, unknown> = { ...data }
  for (const [name, value] of Object.entries(defaults)) {
    const kept = filled[name]
    if (kept === undefined) filled[name] = value
    else if (isRecord(value) && isRecord(kept)) filled[name] = withDefaults(value, kept)
  }
  return filled as T
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
