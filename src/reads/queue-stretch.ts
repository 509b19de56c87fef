import type { List } from '../../views/workbench/inbox/lists'
import type { LineStretch } from '../store/ports/conversations'

const HEAD_ROWS = 5
/** Rows of one page of a list. */
export const PAGE_ROWS = 50

/** How many of each line a list shows. */
export const depthOf = ({ view, filter }: List): number => {
  if (filter) return 0
  return view === 'line' ? PAGE_ROWS : view === 'mine' ? HEAD_ROWS : 0
}

/** A stretch of a line by one word, for what is shared: its head is called as the department. */
export const stretchKey = ({ department, from }: LineStretch): string =>
  from === 1 ? department : `${department} ${from}`

export const stretchOf = (key: string): LineStretch => {
  const [department = '', from = '1'] = key.split(' ')
  return { department, from: Number(from) }
}

/** The department whose line alone a list shows; undefined when it shows all of them as one. */
export const chosenLine = (
  { view, department }: List,
  departments: readonly string[],
): string | undefined => {
  if (view !== 'line') return undefined
  const [only] = departments
  return departments.length === 1 ? only : departments.find((id) => id === department)
}

/** Which stretches of lines a list is made of, and how many rows of each; 0 for its length alone. */
export const stretchesOf = (
  list: List,
  departments: readonly string[],
): (LineStretch & { depth: number })[] => {
  const [chosen, depth] = [chosenLine(list, departments), depthOf(list)]
  const from = chosen === undefined ? 1 : (list.from ?? 1)
  const isShown = (department: string) =>
    from === 1 && (chosen === undefined || department === chosen)
  const heads = departments.map((department) => ({
    ...{ department, from: 1, depth: isShown(department) ? depth : 0 },
  }))
  return chosen === undefined || from === 1
    ? heads
    : [...heads, { department: chosen, from, depth }]
}
