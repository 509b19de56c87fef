import type { Child } from 'hono/jsx'
import scrollText from 'lucide-static/icons/scroll-text.svg' with { type: 'text' }
import type { AuditedAct, AuditHead, AuditRow, KeptAct } from '../../actors/audit'
import { Avatar } from '../parts/avatar'
import { LinkButton } from '../parts/button'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { dayName } from '../words'
import { audit } from '../words/audit'
import { punctuation } from '../words/punctuation'
import { secondsClock } from '../words/times'
import { AuditAct, reasonOf } from './audit-act'
import { changedFields } from './audit-changes'
import type { MenuEntry, OfficeContext } from './context'
import { type ListAsk, type ListRows, listAddress } from './list/ask'
import type { List, ListChoices } from './list/list'
import { ListPage } from './list/page'

const path = paths.office.of('audit')

export const auditInMenu = {
  path,
  group: 'system',
  icon: drawn(scrollText),
  words: audit,
} satisfies MenuEntry

const usual = { sort: 'at', descending: true }

/** The same list, with nothing in it but what a filter lets through. */
const narrowedTo = (filters: ListAsk['filters']): string =>
  listAddress(path, { q: '', ...usual, filters, times: {}, until: null }, usual)

export const auditList: List<KeptAct> = {
  ...{ path, menu: auditInMenu, usual },
  heading: ({ at }, { now, zone, language }) => dayName(at, now, zone, language),
  more: (row, context) => (
    <AuditAct
      row={row}
      context={context}
      ways={{
        actor: narrowedTo({ who: row.actor }),
        object: narrowedTo({ object: row.object }),
      }}
    />
  ),
  columns: [
    {
      ...{ key: 'at', label: (language) => audit[language].columns.at, sortable: true },
      cell: ({ at }, { zone }) => (
        <time datetime={new Date(at).toISOString()}>{secondsClock(at, zone)}</time>
      ),
      value: ({ at }) => new Date(at).toISOString(),
    },
    {
      ...{ key: 'who', label: (language) => audit[language].columns.who },
      cell: (row, { language }) => <Who row={row} words={audit[language]} />,
      value: ({ actorName }) => actorName,
    },
    { key: 'who_id', label: () => 'who_id', value: ({ actor }) => actor },
    {
      ...{ key: 'act', label: (language) => audit[language].columns.act },
      cell: (row, context) => <What row={row} context={context} />,
      value: ({ act }) => act,
    },
    {
      ...{ key: 'object', label: (language) => audit[language].columns.object },
      cell: (row, { language }) => (
        <span class="audit-on">
          <Done row={row} words={audit[language]} />
        </span>
      ),
      value: ({ object }) => object,
    },
    { key: 'detail', label: () => 'detail', value: ({ detail }) => JSON.stringify(detail) },
    {
      ...{ key: 'from', label: (language) => audit[language].columns.from },
      cell: ({ address, actor }, { language }) =>
        address ?? (actor === COMMAND_LINE ? audit[language].thisServer : ''),
      value: ({ address }) => address,
    },
    { key: 'browser', label: () => 'browser', value: ({ browser }) => browser },
    { key: 'seq', label: () => 'seq', value: ({ seq }) => seq },
    { key: 'prev', label: () => 'prev', value: ({ prev }) => prev },
    { key: 'hash', label: () => 'hash', value: ({ hash }) => hash },
  ],
  filters: [
    { key: 'act', label: (language) => audit[language].filters.act, is: 'choice' },
    { key: 'who', label: (language) => audit[language].filters.who, is: 'choice' },
    { key: 'object', label: (language) => audit[language].filters.object, is: 'word' },
    { key: 'from', label: (language) => audit[language].filters.from, is: 'from' },
    { key: 'to', label: (language) => audit[language].filters.to, is: 'to' },
  ],
}

/** Who the command line is. */
const COMMAND_LINE = 'command-line'

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<KeptAct>
  choices: ListChoices
  acts: readonly AuditedAct[]
  head: AuditHead | null
}

/** What was done, newest first. */
export const AuditPage = ({ choices, acts, head, ...page }: Page) => {
  const words = audit[page.language]
  const ofActs = acts.map((act) => ({ value: act, label: words.acts[act] }))
  return (
    <ListPage
      {...page}
      list={auditList}
      choices={{ ...choices, act: ofActs }}
      lead={head ? `${words.lead} ${words.sealedUpTo(head.seq)}` : words.lead}
      acts={<LinkButton href={paths.office.of('audit', 'check')}>{words.check.now}</LinkButton>}
      empty={{ icon: 'lock', title: words.empty, hint: words.emptyHint }}
    />
  )
}

type Words = (typeof audit)['en']

const Who = ({ row: { actor, actorName }, words }: { row: AuditRow; words: Words }) => {
  if (actor === '') return <span class="audit-none">{words.nobody}</span>
  if (actor === COMMAND_LINE) return <>{words.commandLine}</>
  return (
    <span class="audit-who">
      <Avatar id={actor} name={actorName} small />
      <bdi>{actorName}</bdi>
    </span>
  )
}

/** Fields that are named beside an act; all of them are where it is opened. */
const NAMED_FIELDS = 3

/** What was done, with which fields or why. */
const What = ({ row, context: { language } }: WhatProps) => {
  const { act, detail } = row
  const words = audit[language]
  const fields = changedFields(row, language)
  const more = fields.length > NAMED_FIELDS ? '…' : ''
  const named = fields.slice(0, NAMED_FIELDS).join(punctuation[language].list) + more
  const beside = named || reasonOf(detail.reason, words)
  return (
    <span class="audit-what">
      {words.acts[act] ?? act}
      {beside && (
        <span class="audit-beside">
          {punctuation[language].colon}
          <bdi>{beside}</bdi>
        </span>
      )}
    </span>
  )
}
type WhatProps = { row: AuditRow; context: OfficeContext }

/** What it was done to: the way there, where there is one. */
const Done = ({ row: { object, detail }, words }: { row: AuditRow; words: Words }): Child => {
  const named = detail.visitor ?? detail.value
  const name = named === null || named === undefined || named === '' ? undefined : String(named)
  const conversation = idOf(object, 'conversation')
  if (conversation)
    return (
      <a href={paths.workbench.conversation(conversation)}>
        <bdi>{name ?? words.open}</bdi>
      </a>
    )
  const account = idOf(object, 'account')
  if (account === '') return <span class="audit-none">–</span>
  if (account !== undefined) return <bdi>{name ?? words.ownAccount}</bdi>
  const thing = thingOf(object, words)
  if (!thing) return <bdi>{idOf(object, 'block') && name ? name : afterColon(object)}</bdi>
  return (
    <>
      {thing} {name && <bdi>{name}</bdi>}
    </>
  )
}

const afterColon = (object: string): string => object.slice(object.indexOf(':') + 1)

/** What of the office it is, by its kind, or by the name of a setting: `form/<department>`. */
const thingOf = (object: string, { things }: Words): string | undefined => {
  const [kind = '', of = ''] = object.split(/[:/]/)
  const name = kind === 'setting' ? of : kind
  return Object.hasOwn(things, name) ? things[name as keyof typeof things] : undefined
}

const idOf = (object: string, kind: string): string | undefined =>
  object.startsWith(`${kind}:`) ? object.slice(kind.length + 1) : undefined
