import star from 'lucide-static/icons/star.svg' with { type: 'text' }
import { drawn } from '../../parts/icon'
import { Chip, Stars } from '../../parts/marks'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { ratings } from '../../words/ratings'
import { visitorName } from '../../workbench/name'
import type { MenuEntry, OfficeContext } from '../context'
import { type ConversationLine, conversationPaths } from '../conversations/list'
import type { ListAsk, ListRows } from '../list/ask'
import type { Column, List, ListChoices, ListFilter } from '../list/list'
import { ListPage } from '../list/page'
import { type RatingFigures, RatingPanels } from './figures'

const path = paths.office.of('ratings')

export const ratingsInMenu = {
  group: 'insight',
  path,
  icon: drawn(star),
  words: ratings,
} satisfies MenuEntry

/** A conversation that was rated, with what was said of it. */
export type RatingLine = Omit<ConversationLine, 'messages' | 'answeredAt'> & {
  comment: string
  remarks: readonly string[]
}

type Key = keyof (typeof ratings)['en']['columns']
const headed = (key: Key) => ({
  key,
  label: (language: Language) => ratings[language].columns[key],
})

const columns: readonly Column<RatingLine>[] = [
  {
    ...{ ...headed('rating'), sortable: true },
    cell: ({ stars }, { language }) => (
      <Stars stars={stars ?? 0} label={wordsIn(language).common.stars(stars ?? 0)} />
    ),
    value: ({ stars }) => stars,
  },
  {
    ...headed('comment'),
    cell: ({ comment }) => (comment ? <bdi>{comment}</bdi> : '–'),
    value: ({ comment }) => comment,
  },
  {
    ...headed('remarks'),
    cell: ({ remarks }) => remarks.map((remark) => <Chip>{remark}</Chip>),
    value: ({ remarks }) => remarks.join(punctuation.en.list),
  },
  {
    ...headed('visitor'),
    cell: (row, { language }) => <bdi>{visitorName(row, language)}</bdi>,
    value: ({ visitorName }) => visitorName,
  },
  {
    ...headed('agent'),
    cell: ({ agentName }) => <bdi>{agentName || '–'}</bdi>,
    value: ({ agentName }) => agentName,
  },
  {
    ...headed('department'),
    cell: ({ departmentName }) => <bdi>{departmentName}</bdi>,
    value: ({ departmentName }) => departmentName,
  },
  {
    ...{ ...headed('closed'), sortable: true },
    cell: ({ closedAt }, { now, zone, language }) =>
      closedAt === null ? '–' : <When at={closedAt} now={now} zone={zone} language={language} />,
    value: ({ closedAt }) => (closedAt === null ? null : new Date(closedAt).toISOString()),
  },
  { key: 'conversation', label: () => 'conversation', value: ({ id }) => id },
]

const filter = (
  key: keyof (typeof ratings)['en']['filters'],
  is: ListFilter['is'],
): ListFilter => ({ key, is, label: (language) => ratings[language].filters[key] })

export const ratingList: List<RatingLine> = {
  ...{ path, menu: ratingsInMenu, columns, usual: { sort: 'closed', descending: true } },
  open: ({ id }) => conversationPaths.page(id),
  filters: [
    ...[filter('rating', 'choice'), filter('agent', 'choice'), filter('department', 'choice')],
    ...[filter('from', 'from'), filter('to', 'to')],
  ],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<RatingLine>
  choices: ListChoices
  figures: RatingFigures
}

/** What visitors gave, in figures and one by one. */
export const RatingsPage = ({ choices, figures, ...page }: Page) => {
  const words = ratings[page.language]
  const { stars } = wordsIn(page.language).common
  const rating = [5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: stars(n) }))
  return (
    <ListPage
      {...page}
      list={ratingList}
      choices={{ ...choices, rating }}
      lead={words.lead}
      empty={{ icon: 'star', title: words.empty, hint: words.emptyHint }}
    >
      {figures.count > 0 && <RatingPanels figures={figures} language={page.language} />}
    </ListPage>
  )
}
