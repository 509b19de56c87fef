import type { Child } from 'hono/jsx'
import scrollText from 'lucide-static/icons/scroll-text.svg' with { type: 'text' }
import type { AuditRow } from '../../actors/audit'
import { LinkButton } from '../parts/button'
import { Empty } from '../parts/empty'
import { drawn, Icon } from '../parts/icon'
import { When } from '../parts/time'
import { paths } from '../paths'
import { audit } from '../words/audit'
import { departments } from '../words/departments'
import type { Language } from '../words/language'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'

export const auditPaths = {
  list: paths.office.of('audit'),
  /** Those before one, by its id. */
  before: (id: string) => `${paths.office.of('audit')}?before=${id}`,
} as const

export const auditInMenu = {
  path: auditPaths.list,
  icon: drawn(scrollText),
  words: audit,
} satisfies MenuEntry

export type AuditList = { rows: readonly AuditRow[]; hasMore: boolean }

/** What was done, newest first. */
export const AuditPage = ({ list, ...context }: OfficeContext & { list: AuditList }) => {
  const words = audit[context.language]
  const last = list.rows.at(-1)
  return (
    <OfficeFrame {...context} title={words.title}>
      {list.rows.length === 0 && <Empty icon="lock" title={words.empty} hint={words.emptyHint} />}
      {list.rows.length > 0 && (
        <>
          <p class="panel-hint">{words.lead}</p>
          <ol class="office-rows panel">
            {list.rows.map((row) => (
              <Row {...context} row={row} />
            ))}
          </ol>
        </>
      )}
      {list.hasMore && last && (
        <LinkButton href={auditPaths.before(last.id)}>{words.older}</LinkButton>
      )}
    </OfficeFrame>
  )
}

const Row = ({ row, language, now, zone }: OfficeContext & { row: AuditRow }) => {
  const words = audit[language]
  const conversation = idOf(row.object, 'conversation')
  return (
    <li class="office-row" id={`audit-${row.id}`}>
      <span class="office-row-text">
        <span class="office-row-name">
          <bdi>{row.actorName}</bdi> {words.acts[row.act] ?? row.act}
          {thingOf(row, words)}
        </span>{' '}
        <small>{detailOf(row, words, language)}</small>
      </span>{' '}
      <span class="office-row-end">
        <When at={row.at} now={now} zone={zone} language={language} />
        {conversation && (
          <a href={paths.workbench.conversation(conversation)} aria-label={words.open}>
            <Icon name="chevronRight" />
          </a>
        )}
      </span>
    </li>
  )
}

type Words = (typeof audit)['en']

/** What of the office it was done to, by its kind, or by the name of a setting: `form/<department>`. */
const thingOf = ({ object }: AuditRow, { things }: Words): string => {
  const [kind = '', of = ''] = object.split(/[:/]/)
  const name = kind === 'setting' ? of : kind
  return Object.hasOwn(things, name) ? ` ${things[name as keyof typeof things]}` : ''
}

/** What is told of it, in the order a reader asks: whom, held by whom, why; then what differs. */
const detailOf = ({ detail }: AuditRow, words: Words, language: Language): Child[] => {
  const { visitor, holder, value, reason } = detail
  const parts = [visitor, holder && words.heldBy(String(holder)), value, reason]
  return [...parts, ...differing(detail, words, language)]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .flatMap((part, nth) => [nth > 0 && ' · ', <bdi>{String(part)}</bdi>])
}

/** Each field with what it was and is; what is new or gone says its own alone. */
const differing = (detail: AuditRow['detail'], words: Words, language: Language): string[] => {
  const names = Object.keys(detail).flatMap((key) => /^(?:was|is)\.(.+)$/.exec(key)?.[1] ?? [])
  const { settings } = departments[language]
  return [...new Set(names)].map((name) => {
    const label = (settings as Record<string, { label: string }>)[name]?.label ?? name
    const [was, is] = [detail[`was.${name}`], detail[`is.${name}`]]
    return words.differs(label, String(was ?? '–'), String(is ?? '–'))
  })
}

const idOf = (object: string, kind: string): string | undefined =>
  object.startsWith(`${kind}:`) ? object.slice(kind.length + 1) : undefined
