import type { Child } from 'hono/jsx'
import scrollText from 'lucide-static/icons/scroll-text.svg' with { type: 'text' }
import type { AuditedAct, AuditHead, AuditRow, KeptAct } from '../../actors/audit'
import { drawn } from '../parts/icon'
import { When } from '../parts/time'
import { paths } from '../paths'
import { audit } from '../words/audit'
import { departments } from '../words/departments'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import type { MenuEntry, OfficeContext } from './context'
import type { ListAsk, ListRows } from './list/ask'
import type { List, ListChoices } from './list/list'
import { ListPage } from './list/page'

const path = paths.office.of('audit')

export const auditInMenu = {
  path,
  group: 'system',
  icon: drawn(scrollText),
  words: audit,
} satisfies MenuEntry

export const auditList: List<AuditRow> = {
  ...{ path, menu: auditInMenu, usual: { sort: 'at', descending: true } },
  columns: [
    {
      ...{ key: 'at', label: (language) => audit[language].columns.at, sortable: true },
      cell: ({ at }, { now, zone, language }) => (
        <When at={at} now={now} zone={zone} language={language} />
      ),
      value: ({ at }) => new Date(at).toISOString(),
    },
    {
      ...{ key: 'who', label: (language) => audit[language].columns.who },
      cell: ({ actorName }) => <bdi>{actorName}</bdi>,
      value: ({ actorName }) => actorName,
    },
    { key: 'who_id', label: () => 'who_id', value: ({ actor }) => actor },
    {
      ...{ key: 'act', label: (language) => audit[language].columns.act },
      cell: ({ act }, { language }) => audit[language].acts[act] ?? act,
      value: ({ act }) => act,
    },
    {
      ...{ key: 'object', label: (language) => audit[language].columns.object },
      cell: (row, { language }) => <Done row={row} words={audit[language]} />,
      value: ({ object }) => object,
    },
    {
      ...{ key: 'detail', label: (language) => audit[language].columns.detail },
      cell: (row, { language }) => detailOf(row, language),
      value: ({ detail }) => JSON.stringify(detail),
    },
  ],
  filters: [
    { key: 'act', label: (language) => audit[language].filters.act, is: 'choice' },
    { key: 'who', label: (language) => audit[language].filters.who, is: 'choice' },
    { key: 'from', label: (language) => audit[language].filters.from, is: 'from' },
    { key: 'to', label: (language) => audit[language].filters.to, is: 'to' },
  ],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<AuditRow>
  choices: ListChoices
  acts: readonly AuditedAct[]
}

/** What was done, newest first. */
export const AuditPage = ({ choices, acts, ...page }: Page) => {
  const words = audit[page.language]
  const ofActs = acts.map((act) => ({ value: act, label: words.acts[act] }))
  return (
    <ListPage
      {...page}
      list={auditList}
      choices={{ ...choices, act: ofActs }}
      lead={words.lead}
      empty={{ icon: 'lock', title: words.empty, hint: words.emptyHint }}
    />
  )
}

/** What it was done to: the way there, where there is one. */
const Done = ({ row: { object }, words }: { row: AuditRow; words: Words }) => {
  const conversation = idOf(object, 'conversation')
  if (conversation) return <a href={paths.workbench.conversation(conversation)}>{words.open}</a>
  const thing = thingOf(object, words)
  if (thing) return <>{thing}</>
  return <bdi>{object.slice(object.indexOf(':') + 1)}</bdi>
}

type Words = (typeof audit)['en']

/** What of the office it is, by its kind, or by the name of a setting: `form/<department>`. */
const thingOf = (object: string, { things }: Words): string | undefined => {
  const [kind = '', of = ''] = object.split(/[:/]/)
  const name = kind === 'setting' ? of : kind
  return Object.hasOwn(things, name) ? things[name as keyof typeof things] : undefined
}

/** What is told of it, in the order a reader asks: whom, held by whom, why; then what differs. */
const detailOf = ({ detail }: AuditRow, language: Language): Child[] => {
  const { visitor, holder, value, reason } = detail
  const parts = [visitor, holder && audit[language].heldBy(String(holder)), value, reason]
  return [...parts, ...differing(detail, language)]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .flatMap((part, nth) => [nth > 0 && punctuation[language].between, <bdi>{String(part)}</bdi>])
}

/** Each field with what it was and what it is. */
const differing = (detail: AuditRow['detail'], language: Language): string[] => {
  const names = Object.keys(detail).flatMap((key) => /^(?:was|is)\.(.+)$/.exec(key)?.[1] ?? [])
  const settings: Readonly<Record<string, { label: string }>> = departments[language].settings
  return [...new Set(names)].map((name) => {
    const [was, is] = [detail[`was.${name}`], detail[`is.${name}`]]
    const label = settings[name]?.label ?? name
    // What is made or gone says its own alone.
    if (was === undefined || is === undefined)
      return audit[language].has(label, String(was ?? is ?? '–'))
    return audit[language].differs(label, String(was ?? '–'), String(is ?? '–'))
  })
}

const idOf = (object: string, kind: string): string | undefined =>
  object.startsWith(`${kind}:`) ? object.slice(kind.length + 1) : undefined
