import { auditInMenu } from '../../../views/office/audit'
import type { OfficeContext } from '../../../views/office/context'
import type { List } from '../../../views/office/list/list'
import { ListPage } from '../../../views/office/list/page'
import * as data from './data'
import { lookOf, type Picture } from './picture'

type Row = { id: string; name: string; count: number }

/** A list with all that a list can have: a row that leads on, figures, each kind of filter. */
const sample: List<Row> = {
  ...{ path: auditInMenu.path, menu: auditInMenu, usual: { sort: 'name', descending: false } },
  open: ({ id }) => `${auditInMenu.path}?open=${id}`,
  searches: () => 'Name',
  columns: [
    {
      ...{ key: 'name', label: () => 'Name', sortable: true },
      cell: ({ name }) => <bdi>{name}</bdi>,
      value: ({ name }) => name,
    },
    {
      ...{ key: 'count', label: () => 'Conversations', sortable: true, figure: true },
      cell: ({ count }) => count,
      value: ({ count }) => count,
    },
  ],
  filters: [
    { key: 'state', label: () => 'State', is: 'choice' },
    { key: 'word', label: () => 'Company', is: 'word' },
    { key: 'from', label: () => 'From', is: 'from' },
  ],
}

const rows: Row[] = [
  { id: 'one', name: 'Vera K.', count: 3 },
  { id: 'two', name: data.long.slice(0, 120), count: 12_345 },
  { id: 'three', name: '王小明', count: 0 },
]

const contextOf = (given: Parameters<Picture['page']>[0]): OfficeContext => ({
  ...lookOf(given),
  ...{ menu: [auditInMenu], page: auditInMenu, me: { id: data.olga, name: 'Olga' } },
})

const empty = { icon: 'inbox', title: 'Nobody yet', hint: 'They come by themselves.' } as const
const usual = { q: '', ...sample.usual, filters: {}, times: {}, until: null }
const narrowed = { ...usual, descending: true, filters: { word: 'none' } }

export const listPictures: Picture[] = [
  {
    name: 'office-list',
    page: (given) => (
      <ListPage
        {...{ ...contextOf(given), list: sample, ask: { ...usual, until: { by: 'A', id: 'a' } } }}
        {...{ empty, lead: 'All of them.', found: { rows, next: { by: 'Z', id: 'z' } } }}
        choices={{ state: [{ value: 'ready', label: 'Ready' }] }}
      />
    ),
  },
  {
    name: 'office-list-nothing',
    once: true,
    page: (given) => (
      <ListPage
        {...{ ...contextOf(given), list: sample, ask: narrowed, empty }}
        found={{ rows: [], next: null }}
      />
    ),
  },
]
