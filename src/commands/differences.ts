import type { AuditRow } from '../../actors/audit'
import { isDeepEqual } from '../../actors/equal'

export type Detail = AuditRow['detail']

/** Code points of a value that are told; what is cut off says so. */
const VALUE_CHARS = 300
/** Code points that are told before the first that differs. */
const LEAD_CHARS = 40
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
  const told = differ.slice(0, MOST_FIELDS).flatMap((name) => {
    const [was, is] = [textOf(of(before, name)), textOf(of(after, name))]
    const from = before && after ? alikeTo(was, is) : 0
    return [
      ...(before ? [[`was.${name}`, shown(was, from)]] : []),
      ...(after ? [[`is.${name}`, shown(is, from)]] : []),
    ]
  })
  return Object.fromEntries(told)
}

const textOf = (value: unknown): string | number | null => {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** From which code point on two values are told: where they differ so far behind that it would be cut off. */
const alikeTo = (was: string | number | null, is: string | number | null): number => {
  const [one, other] = [[...String(was ?? '')], [...String(is ?? '')]]
  let alike = 0
  while (alike < one.length && one[alike] === other[alike]) alike++
  return alike > VALUE_CHARS - LEAD_CHARS ? alike - LEAD_CHARS : 0
}

const shown = (value: string | number | null, from: number): string | number | null => {
  if (typeof value !== 'string') return value
  const points = [...value]
  const rest = from > 0 ? ['…', ...points.slice(from)] : points
  return rest.length > VALUE_CHARS ? `${rest.slice(0, VALUE_CHARS - 1).join('')}…` : rest.join('')
}
