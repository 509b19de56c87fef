import type { Child } from 'hono/jsx'
import type { Option } from '../../parts/fields/select-field'
import type { Language } from '../../words/language'
import type { MenuEntry, OfficeContext } from '../context'
import type { ListOrder } from './ask'

type Named = {
  /** What it is called in addresses and files. */
  key: string
  label: (language: Language) => string
}

/** What a list tells of each row. */
export type Column<Row> = Named & {
  /** How the page shows it; left out where only files have it. */
  cell?: (row: Row, context: OfficeContext) => Child
  /** What files have of it; a time in ISO 8601. */
  value: (row: Row) => string | number | null
  /** The list can be sorted by it. */
  sortable?: true
  /** A number, which stands at the end of its column. */
  figure?: true
  /** One of many that hold little: what it is called is written upwards. */
  tall?: true
}

/** What a list can be narrowed by: one of some, a word, from a day on, up to a day and with it. */
export type ListFilter = Named & { is: 'choice' | 'word' | 'from' | 'to' }

/** A list of the office: where it is, what it tells, what it can be narrowed and sorted by. */
export type List<Row> = {
  path: string
  menu: MenuEntry
  columns: readonly Column<Row>[]
  filters: readonly ListFilter[]
  usual: ListOrder
  /** What a row leads to. */
  open?: (row: Row) => string
  /** What a row opens to, under itself. */
  more?: (row: Row, context: OfficeContext) => Child
  /** What stands above rows that follow each other and have it in common, such as their day. */
  heading?: (row: Row, context: OfficeContext) => string
  /** What the field that searches it says of what it finds; left out where nothing is searched. */
  searches?: (language: Language) => string
}

/** What there is to choose from in its filters, by their keys. */
export type ListChoices = Readonly<Record<string, readonly Option[]>>

/** Where the whole of a list is had as a file. */
export const exportPath = (path: string, format: ExportFormat): string => `${path}.${format}`
export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
