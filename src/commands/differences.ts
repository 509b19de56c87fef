import type { AuditRow } from '../../actors/audit'
import { isDeepEqual } from '../../actors/equal'

export type Detail = AuditRow['detail']

/** Code points of a value that are told; what is cut off says so. */
const VALUE_CHARS = 300
/** Fields that are told of one change. */
const MOST_FIELDS = 40

/**
 * What something was and is, field by field, of those that differ: `was.<field>` and `is.<field>`.
 * Undefined where none does.
 */
export const differences = (
  before: object | undefined,
  after: object | undefined,
): Detail | undefined => {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const of = (all: object | undefined, name: string): unknown =>
    all ? Reflect.get(all, name) : undefined
  const differ = [...names].filter((name) => !isDeepEqual(of(before, name), of(after, name)))
  if (differ.length === 0) return before && after ? undefined : {}
  const told = differ
    .slice(0, MOST_FIELDS)
    .flatMap((name) => [
      ...(before ? [[`was.${name}`, shown(of(before, name))]] : []),
      ...(after ? [[`is.${name}`, shown(of(after, name))]] : []),
    ])
  return Object.fromEntries(told)
}

const shown = (value: unknown): string | number | null => {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const points = [...text]
  return points.length > VALUE_CHARS ? `${points.slice(0, VALUE_CHARS - 1).join('')}…` : text
}
