import messagesSquare from 'lucide-static/icons/messages-square.svg' with { type: 'text' }
import type { ConversationRow } from '../../../actors/summary'
import { tagMark } from '../../../actors/tag'
import { drawn } from '../../parts/icon'
import { Chip, Stars } from '../../parts/marks'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { conversations } from '../../words/conversations'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { visitorName } from '../../workbench/name'
import type { MenuEntry, OfficeContext } from '../context'
import type { ListAsk, ListRows } from '../list/ask'
import type { Column, List, ListChoices, ListFilter } from '../list/list'
import { ListPage } from '../list/page'

export const conversationPaths = {
  list: paths.office.of('conversations'),
  page: (id: string) => paths.office.of('conversations', id),
  transcript: (id: string) => paths.office.of('conversations', id, 'transcript'),
} as const

export const conversationsInMenu = {
  group: 'today',
  path: conversationPaths.list,
  icon: drawn(messagesSquare),
  words: conversations,
} satisfies MenuEntry

/** A conversation as the office lists it; `answeredAt` is when the desk answered first. */
export type ConversationLine = ConversationRow & {
  departmentName: string
  messages: number
  answeredAt: number | null
}

/** As people name one to each other: the end of its id, which differs most. */
export const shortId = (id: string): string => id.slice(-8)

type Key = keyof (typeof conversations)['en']['columns']
const headed = (key: Key) => ({
  key,
  label: (language: Language) => conversations[language].columns[key],
})
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const timed = (
  key: Key,
  at: (row: ConversationLine) => number | null,
  isSortable: boolean,
): Column<ConversationLine> => ({
  ...headed(key),
  ...(isSortable ? { sortable: true } : {}),
  cell: (row, { now, zone, language }) => {
    const time = at(row)
    return time === null ? '–' : <When at={time} now={now} zone={zone} language={language} />
  },
  value: (row) => iso(at(row)),
})

const columns: readonly Column<ConversationLine>[] = [
  { ...headed('number'), cell: ({ id }) => <code>{shortId(id)}</code>, value: ({ id }) => id },
  {
    ...headed('visitor'),
    cell: (row, { language }) => <bdi>{visitorName(row, language)}</bdi>,
    value: ({ visitorName }) => visitorName,
  },
  { key: 'visitor_id', label: () => 'visitor_id', value: ({ visitor }) => visitor },
  {
    ...headed('department'),
    cell: ({ departmentName }) => <bdi>{departmentName}</bdi>,
    value: ({ departmentName }) => departmentName,
  },
  {
    ...headed('agent'),
    cell: ({ agentName }) => (agentName ? <bdi>{agentName}</bdi> : '–'),
    value: ({ agentName }) => agentName,
  },
  {
    ...headed('state'),
    cell: ({ state }, { language }) => wordsIn(language).workbench.states[state],
    value: ({ state }) => state,
  },
  timed('opened', ({ openedAt }) => openedAt, true),
  timed('answered', ({ answeredAt }) => answeredAt, false),
  timed('closed', ({ closedAt }) => closedAt, true),
  {
    ...{ ...headed('messages'), figure: true },
    cell: ({ messages }) => messages,
    value: ({ messages }) => messages,
  },
  {
    ...{ ...headed('rating'), sortable: true },
    cell: ({ stars }, { language }) =>
      stars === null ? '–' : <Stars stars={stars} label={wordsIn(language).common.stars(stars)} />,
    value: ({ stars }) => stars,
  },
  {
    ...headed('tags'),
    cell: ({ tags }) => tags.map((tag) => <Chip tag={tagMark(tag)}>{tag}</Chip>),
    value: ({ tags }) => tags.join(punctuation.en.list),
  },
  {
    ...headed('priority'),
    cell: ({ priority }, { language }) =>
      priority === 'normal' ? '–' : wordsIn(language).workbench.priority.names[priority],
    value: ({ priority }) => priority,
  },
]

const filter = (
  key: keyof (typeof conversations)['en']['filters'],
  is: ListFilter['is'],
): ListFilter => ({ key, is, label: (language) => conversations[language].filters[key] })

export const conversationList: List<ConversationLine> = {
  ...{ path: conversationPaths.list, menu: conversationsInMenu, columns },
  usual: { sort: 'opened', descending: true },
  open: ({ id }) => conversationPaths.page(id),
  searches: (language) => conversations[language].search,
  filters: [
    ...[filter('department', 'choice'), filter('agent', 'choice'), filter('state', 'choice')],
    ...[filter('tag', 'word'), filter('rating', 'choice'), filter('priority', 'choice')],
    ...[filter('language', 'choice'), filter('from', 'from'), filter('to', 'to')],
  ],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<ConversationLine>
  choices: ListChoices
}

/** Every conversation there is or was, newest first. */
export const ConversationsPage = ({ choices, ...page }: Page) => {
  const words = conversations[page.language]
  const { states, priority } = wordsIn(page.language).workbench
  const ofNames = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  const ratings = [5, 4, 3, 2, 1].map((stars) => ({
    value: String(stars),
    label: wordsIn(page.language).common.stars(stars),
  }))
  return (
    <ListPage
      {...page}
      list={conversationList}
      choices={{
        ...choices,
        ...{ state: ofNames(states), priority: ofNames(priority.names) },
        rating: [...ratings, { value: 'none', label: words.unrated }],
      }}
      lead={words.lead}
      empty={{ icon: 'messagesSquare', title: words.empty, hint: words.emptyHint }}
    />
  )
}
