import { routes } from '../../../src/web/routes'
import type { ListPlace } from '../../../views/office/list/ask'
import { exportPath } from '../../../views/office/list/list'
import { paths } from '../../../views/paths'
import { views } from '../../../views/workbench/inbox/lists'
import { EARLY, tags } from './fill'

/** What an address answers, as a page or as JSON. */
export type Read = (path: string, as: 'page' | 'json') => Promise<string>

const gets = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))

/** Every list of the office: whatever can be had as a file, too. */
export const officeLists: readonly string[] = [...gets].filter(
  (path) => gets.has(exportPath(path, 'csv')) && gets.has(exportPath(path, 'json')),
)

type Field = { name: string; values: readonly string[] }
type Narrowing = Readonly<Record<string, string>>

/** What is typed: something that many have, something that few have, and something that nobody has. */
const typed: Readonly<Record<string, readonly string[]>> = {
  tag: [tags.common, tags.rare, 'nothing such'],
  q: ['vera', 'nothing such'],
  company: ['lamp', 'nothing such'],
  object: ['conversation:7', 'nothing such'],
}
const days = ['2020-01-01', '2025-01-02', '2031-01-01']
/** Of many choices those at both ends are taken, so many of each. */
const ENDS = 4

const valuesOf = (all: readonly string[]): readonly string[] =>
  all.length > 2 * ENDS ? [...all.slice(0, ENDS), ...all.slice(-ENDS)] : all

/** The fields of the form that narrows a list, with values for each: one that comes is among them by itself. */
const fieldsIn = (html: string, from: string, to: string): Field[] => {
  const form = html.split(from)[1]?.split(to)[0] ?? ''
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)"(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => {
      const all = [...options.matchAll(/<option[^>]*value="([^"]+)"/g)].map(([, one = '']) => one)
      return { name, values: valuesOf(all) }
    },
  )
  const inputs = [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    const type = /type="([^"]*)"/.exec(tag)?.[1] ?? 'text'
    if (type === 'hidden') return []
    return [{ name, values: type === 'date' ? days : (typed[name] ?? ['nothing such']) }]
  })
  return [...selects, ...inputs].filter(({ values }) => values.length > 0)
}

/** Nothing, each value of each field, and of each two fields what many have with what few have. */
const narrowingsOf = (fields: readonly Field[]): { single: Narrowing[]; pairs: Narrowing[] } => ({
  single: [{}, ...fields.flatMap(({ name, values }) => values.map((one) => ({ [name]: one })))],
  pairs: fields.flatMap((one, nth) =>
    fields.slice(nth + 1).flatMap((other) => [
      { [one.name]: one.values[0] ?? '', [other.name]: other.values.at(-1) ?? '' },
      { [one.name]: one.values.at(-1) ?? '', [other.name]: other.values[0] ?? '' },
    ]),
  ),
})

const addressOf = (path: string, fields: Narrowing): string => {
  const query = new URLSearchParams(fields).toString()
  return query ? `${path}?${query}` : path
}

const sortsIn = (html: string): string[] => {
  const keys = [...html.matchAll(/<th[^>]*aria-sort.*?<\/th>/gs)].flatMap(
    ([head]) => /[?&;]sort=-?(\w+)/.exec(head)?.[1] ?? [],
  )
  // The usual order goes without saying: its own head leads to the other direction.
  return keys.flatMap((key) => [key, `-${key}`])
}

const turned = (sort: string): string => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)

/** Where the last page of an order begins: the first one of the opposite order ends there. */
const deepestOf = async (read: Read, path: string, asked: Narrowing): Promise<string[]> => {
  const opposite = addressOf(path, { ...asked, sort: turned(asked.sort ?? '') })
  const { next }: { next: ListPlace | null } = JSON.parse(await read(opposite, 'json'))
  if (!next) return []
  const places: [string | number, string][] = [
    [next.by, next.id],
    // What has nothing to sort by stands behind all others.
    ['', ''],
  ]
  return places.map((place) => addressOf(path, { ...asked, until: JSON.stringify(place) }))
}

/** All that is asked of a list: narrowed, in every order, from its first page to its deepest. */
export const officeRequests = async (read: Read, path: string): Promise<string[]> => {
  const page = await read(path, 'page')
  const fields = fieldsIn(page, '<search class="office-filters">', '</search>')
  const sorts = sortsIn(page)
  const { single, pairs } = narrowingsOf(fields)
  const all: string[] = []
  for (const sort of sorts.length > 0 ? sorts : ['']) {
    const ordered = (fields: Narrowing) => (sort ? { ...fields, sort } : fields)
    all.push(...[...single, ...pairs].map((narrowed) => addressOf(path, ordered(narrowed))))
    if (!sort) continue
    for (const narrowed of single) all.push(...(await deepestOf(read, path, ordered(narrowed))))
  }
  return all
}

/** The same of the workbench, whose lists have one order each. */
export const workbenchRequests = async (read: Read): Promise<string[]> => {
  const path = paths.workbench.page
  const fields = fieldsIn(await read(path, 'page'), '<details class="filter-menu"', '</form>')
  const { single, pairs } = narrowingsOf(fields)
  return views.flatMap((view) => [
    ...[...single, ...pairs].map((narrowed) => addressOf(path, { view, ...narrowed })),
    ...single.map((narrowed) => addressOf(path, { view, ...narrowed, until: `${EARLY}` })),
  ])
}
