import clock from 'lucide-static/icons/clock.svg' with { type: 'text' }
import { LinkButton } from '../parts/button'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { paths } from '../paths'
import { comingTime, hours } from '../words/hours'
import type { MenuEntry, OfficeContext } from './context'
import type { HoursLine } from './hours/details'
import type { ListAsk, ListRows } from './list/ask'
import type { List, ListChoices } from './list/list'
import { ListPage } from './list/page'

/** Where they are, those of one department or of the desk, and what is done to them. */
export const hoursPaths = {
  list: paths.office.of('hours'),
  page: (of: string) => paths.office.of('hours', of),
  week: (of: string) => paths.office.of('hours', of, 'week'),
  exceptions: (of: string) => paths.office.of('hours', of, 'exceptions'),
  removal: (of: string) => paths.office.of('hours', of, 'removal'),
  calendar: (of: string) => paths.office.of('hours', of, 'calendar'),
  /** The hours of the whole desk. */
  desk: paths.office.of('hours', 'desk'),
} as const

export const hoursInMenu = {
  path: hoursPaths.list,
  icon: drawn(clock),
  words: hours,
} satisfies MenuEntry

export const hoursList: List<HoursLine> = {
  ...{ path: hoursPaths.list, menu: hoursInMenu, usual: { sort: 'name', descending: false } },
  searches: (language) => hours[language].searches,
  open: ({ id }) => hoursPaths.page(id),
  columns: [
    {
      ...{ key: 'name', label: (language) => hours[language].columns.name, sortable: true },
      cell: ({ name }) => <bdi>{name}</bdi>,
      value: ({ name }) => name,
    },
    { key: 'id', label: () => 'id', value: ({ id }) => id },
    {
      ...{ key: 'open', label: (language) => hours[language].columns.open, sortable: true },
      cell: ({ isOpen }, { language }) => (
        <Chip tone={isOpen ? 'ok' : 'plain'}>{hours[language][isOpen ? 'isOpen' : 'isShut']}</Chip>
      ),
      value: ({ isOpen }) => (isOpen ? 'open' : 'shut'),
    },
    {
      ...{ key: 'next', label: (language) => hours[language].columns.next, sortable: true },
      cell: ({ next }, { language, now, zone }) =>
        next &&
        `${hours[language][next.opens ? 'opens' : 'closes']} ${comingTime(next.at, now, zone, language)}`,
      value: ({ next }) => next && new Date(next.at).toISOString(),
    },
    {
      ...{ key: 'use', label: (language) => hours[language].columns.use, sortable: true },
      cell: ({ use }, { language }) => hours[language].uses[use],
      value: ({ use }) => use,
    },
    {
      ...{ key: 'zone', label: (language) => hours[language].columns.zone, sortable: true },
      cell: ({ zone }) => zone,
      value: ({ zone }) => zone,
    },
  ],
  filters: [
    { key: 'open', label: (language) => hours[language].filters.open, is: 'choice' },
    { key: 'use', label: (language) => hours[language].filters.use, is: 'choice' },
  ],
}

type Page = OfficeContext & { ask: ListAsk; found: ListRows<HoursLine> }

/** Departments with whether they are open, and the way to the hours of the whole desk. */
export const HoursListPage = ({ ask, found, ...context }: Page) => {
  const { language } = context
  const words = hours[language]
  const choices: ListChoices = {
    open: [
      { value: 'open', label: words.isOpen },
      { value: 'shut', label: words.isShut },
    ],
    use: Object.entries(words.uses).map(([value, label]) => ({ value, label })),
  }
  return (
    <ListPage
      {...context}
      list={hoursList}
      ask={ask}
      found={found}
      choices={choices}
      empty={{ icon: 'hourglass', title: words.empty, hint: words.emptyHint }}
      lead={words.lead}
      acts={<LinkButton href={hoursPaths.desk}>{words.wholeDesk}</LinkButton>}
    />
  )
}
