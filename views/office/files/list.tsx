import files from 'lucide-static/icons/files.svg' with { type: 'text' }
import { Ask } from '../../parts/ask'
import { drawn } from '../../parts/icon'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import { sizeText } from '../../words/files'
import type { Language } from '../../words/language'
import { sentFiles } from '../../words/sent-files'
import type { MenuEntry, OfficeContext } from '../context'
import { conversationPaths, shortId } from '../conversations/list'
import type { ListAsk, ListRows } from '../list/ask'
import type { Column, List, ListFilter } from '../list/list'
import { ListPage } from '../list/page'
import { FormRefused } from '../refused'

export const filePaths = {
  list: paths.office.of('files'),
  removal: (id: string) => paths.office.of('files', id, 'removal'),
} as const

export const filesInMenu = {
  group: 'system',
  path: filePaths.list,
  icon: drawn(files),
  words: sentFiles,
} satisfies MenuEntry<keyof (typeof sentFiles)['en']['said']>

/** A file as the office lists it: `who` is empty where that is not known. */
export type FileLine = {
  id: string
  name: string
  type: string
  bytes: number
  at: number
  conversation: string
  who: string
}

/** Into what files are divided. */
export const fileKinds = ['image', 'audio', 'video', 'other'] as const

type Key = keyof (typeof sentFiles)['en']['columns']
const headed = (key: Key) => ({
  key,
  label: (language: Language) => sentFiles[language].columns[key],
})

/** In files the last column is the id, by which programs remove one. */
const columns: readonly Column<FileLine>[] = [
  {
    ...headed('name'),
    cell: ({ id, name }) => (
      <a href={paths.file(id, name)} target="_blank" rel="noopener">
        <bdi>{name}</bdi>
      </a>
    ),
    value: ({ name }) => name,
  },
  { ...headed('type'), cell: ({ type }) => type, value: ({ type }) => type },
  {
    ...{ ...headed('size'), sortable: true, figure: true },
    cell: ({ bytes }) => sizeText(bytes),
    value: ({ bytes }) => bytes,
  },
  { ...headed('who'), cell: ({ who }) => <bdi>{who || '–'}</bdi>, value: ({ who }) => who },
  {
    ...headed('conversation'),
    cell: ({ conversation }) => (
      <a href={conversationPaths.page(conversation)}>{shortId(conversation)}</a>
    ),
    value: ({ conversation }) => conversation,
  },
  {
    ...{ ...headed('at'), sortable: true },
    cell: ({ at }, { now, zone, language }) => (
      <When at={at} now={now} zone={zone} language={language} />
    ),
    value: ({ at }) => new Date(at).toISOString(),
  },
  {
    ...{ key: 'id', label: (language: Language) => sentFiles[language].columns.remove },
    cell: (row, { language }) => <Removing row={row} language={language} />,
    value: ({ id }) => id,
  },
]

const Removing = ({ row: { id, name }, language }: { row: FileLine; language: Language }) => {
  const { remove, removing } = sentFiles[language]
  return (
    <Ask
      id={`ask-${id}`}
      action={filePaths.removal(id)}
      tone="danger"
      label={remove}
      words={{ ...removing, title: removing.title(name) }}
    />
  )
}

const filter = (
  key: keyof (typeof sentFiles)['en']['filters'],
  is: ListFilter['is'],
): ListFilter => ({ key, is, label: (language) => sentFiles[language].filters[key] })

export const fileList: List<FileLine> = {
  ...{ path: filePaths.list, menu: filesInMenu, usual: { sort: 'at', descending: true } },
  columns,
  searches: (language) => sentFiles[language].search,
  filters: [filter('kind', 'choice'), filter('from', 'from'), filter('to', 'to')],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<FileLine>
  total: { count: number; bytes: number }
}

/** Files that are kept, the newest first, and the room that all of them take. */
export const FilesPage = ({ total, ...page }: Page) => {
  const { language, refused } = page
  const words = sentFiles[language]
  const kind = fileKinds.map((value) => ({ value, label: words.kinds[value] }))
  const room = total.count === 0 ? '' : ` ${words.total(total.count, sizeText(total.bytes))}`
  return (
    <ListPage
      {...page}
      list={fileList}
      choices={{ kind }}
      lead={words.lead + room}
      empty={{ icon: 'archive', title: words.empty, hint: words.emptyHint }}
    >
      <FormRefused refused={refused} form="removal" language={language} />
    </ListPage>
  )
}
