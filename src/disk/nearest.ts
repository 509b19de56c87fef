import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** The path itself, or the nearest folder above it that is to be seen. */
export const nearest = (path: string): string => {
  let at = path
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at)
  return at
}
