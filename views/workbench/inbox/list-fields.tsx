import { narrowed } from '../../paths/query'
import type { List } from './lists'

/** A list as hidden fields of a form that is about it. */
export const ListFields = ({ list: { view, department, filter } }: { list: List }) => (
  <>
    <input type="hidden" name="view" value={view} />
    {Object.entries({ department, ...narrowed(filter) }).map(([name, value]) =>
      value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
    )}
  </>
)
