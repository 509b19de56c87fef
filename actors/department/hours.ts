import type { Effect } from '../effects'
import { isDeepEqual } from '../equal'
import type { Hours } from '../hours/hours'
import type { LineRow } from '../rows'
import type { DepartmentContext as Context } from './context'

/** Its hours are others: what follows from that is seen at once, in a turn that has its line before it. */
export const afterHours = (before: Hours, after: Hours, at: number): readonly Effect[] =>
  isDeepEqual(before, after) ? [] : [{ do: 'time', due: 'due.hours', at }]

type Came = Pick<LineRow, 'lane' | 'since'>

/**
 * Whether it is handed out now: while it is shut, who came before that and whose talk goes on. Who
 * came afterwards waits until it opens, whoever is on duty.
 */
export const isHandedOut = ({ shutSince }: Pick<Context, 'shutSince'>, row: Came): boolean =>
  shutSince === null || row.lane < 1 || row.since < shutSince
