import contact from 'lucide-static/icons/contact-round.svg' with { type: 'text' }
import type { VisitorRow } from '../../../actors/visitor/summary'
import { LinkButton } from '../../parts/button'
import { drawn } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import type { Language } from '../../words/language'
import { htmlLang } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { visitorOffice } from '../../words/visitor-office'
import { visitorName } from '../../workbench/name'
import { languageName } from '../../workbench/room/detail-rows'
import type { MenuEntry, OfficeContext } from '../context'
import type { ListAsk, ListRows } from '../list/ask'
import type { Column, List, ListChoices, ListFilter } from '../list/list'
import { ListPage } from '../list/page'

export const visitorPaths = {
  list: paths.office.of('visitors'),
  taking: paths.office.of('visitors', 'import'),
  page: (id: string) => paths.office.of('visitors', id),
  details: (id: string) => paths.office.of('visitors', id, 'details'),
  attribute: (id: string) => paths.office.of('visitors', id, 'attribute'),
  pin: (id: string) => paths.office.of('visitors', id, 'pin'),
  merge: (id: string) => paths.office.of('visitors', id, 'merge'),
  parting: (id: string) => paths.office.of('visitors', id, 'parting'),
} as const

export const visitorsInMenu = {
  group: 'today',
  path: visitorPaths.list,
  icon: drawn(contact),
  words: visitorOffice,
} satisfies MenuEntry<keyof (typeof visitorOffice)['en']['said']>

/** A visitor as the office lists them. */
export type VisitorLine = VisitorRow & {
  seenAt: number | null
  country: string
  conversations: number
}

export const nameOfVisitor = (
  { id, name }: Pick<VisitorRow, 'id' | 'name'>,
  language: Language,
): string => visitorName({ visitor: id, visitorName: name }, language)

/** A country as the reader's language has it; a code that is none as it is. */
export const countryName = (code: string, language: Language): string =>
  /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames([htmlLang[language]], { type: 'region', fallback: 'code' }).of(code) ??
      code)
    : code

type Key = keyof (typeof visitorOffice)['en']['columns']
const headed = (key: Key) => ({
  key,
  label: (language: Language) => visitorOffice[language].columns[key],
})

const columns: readonly Column<VisitorLine>[] = [
  { key: 'id', label: () => 'id', value: ({ id }) => id },
  {
    ...{ ...headed('name'), sortable: true },
    cell: (row, { language }) => (
      <>
        <bdi>{nameOfVisitor(row, language)}</bdi>
        {row.pinned && <Chip tone="brand">{visitorOffice[language].pinned}</Chip>}
      </>
    ),
    value: ({ name }) => name,
  },
  {
    ...{ ...headed('email'), sortable: true },
    cell: ({ email }) => <bdi>{email || '–'}</bdi>,
    value: ({ email }) => email,
  },
  {
    ...headed('company'),
    cell: ({ company }) => <bdi>{company || '–'}</bdi>,
    value: ({ company }) => company,
  },
  {
    ...headed('language'),
    cell: ({ language }) => languageName(language),
    value: ({ language }) => language,
  },
  {
    ...headed('country'),
    cell: ({ country }, { language }) => countryName(country, language) || '–',
    value: ({ country }) => country,
  },
  {
    ...{ ...headed('conversations'), figure: true },
    cell: ({ conversations }) => conversations,
    value: ({ conversations }) => conversations,
  },
  {
    ...{ ...headed('seen'), sortable: true },
    cell: ({ seenAt }, { now, zone, language }) =>
      seenAt === null ? '–' : <When at={seenAt} now={now} zone={zone} language={language} />,
    value: ({ seenAt }) => (seenAt === null ? null : new Date(seenAt).toISOString()),
  },
  {
    ...headed('tags'),
    cell: ({ tags }) => tags.map((tag) => <Chip>{tag}</Chip>),
    value: ({ tags }) => tags.join(punctuation.en.list),
  },
  { key: 'pinned', label: () => 'pinned', value: ({ pinned }) => (pinned ? 'yes' : 'no') },
]

const filter = (
  key: keyof (typeof visitorOffice)['en']['filters'],
  is: ListFilter['is'],
): ListFilter => ({ key, is, label: (language) => visitorOffice[language].filters[key] })

export const visitorList: List<VisitorLine> = {
  ...{ path: visitorPaths.list, menu: visitorsInMenu, columns },
  usual: { sort: 'seen', descending: true },
  open: ({ id }) => visitorPaths.page(id),
  searches: (language) => visitorOffice[language].search,
  filters: [
    ...[filter('tag', 'word'), filter('company', 'word'), filter('language', 'choice')],
    ...[filter('country', 'choice'), filter('pinned', 'choice')],
  ],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<VisitorLine>
  countries: readonly string[]
  languages: readonly string[]
}

/** Everybody who ever wrote, or was imported; those who are pinned first. */
export const VisitorsPage = ({ countries, languages, ...page }: Page) => {
  const { language } = page
  const words = visitorOffice[language]
  const choices: ListChoices = {
    country: countries.map((code) => ({ value: code, label: countryName(code, language) })),
    language: languages.map((code) => ({ value: code, label: languageName(code) })),
    pinned: [
      { value: 'yes', label: words.onlyPinned },
      { value: 'no', label: words.notPinned },
    ],
  }
  return (
    <ListPage
      {...page}
      list={visitorList}
      choices={choices}
      lead={words.lead}
      empty={{ icon: 'users', title: words.empty, hint: words.emptyHint }}
      acts={<LinkButton href={visitorPaths.taking}>{words.importOpen}</LinkButton>}
    />
  )
}
