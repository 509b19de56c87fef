import type { Child } from 'hono/jsx'
import { LinkButton } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { IconName } from '../../parts/icon'
import { lists } from '../../words/lists'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { type ListAsk, type ListRows, listAddress } from './ask'
import { ListFilters } from './filters'
import { exportFormats, exportPath, type List, type ListChoices } from './list'
import { ListTable } from './table'

type Page<Row> = OfficeContext & {
  list: List<Row>
  ask: ListAsk
  found: ListRows<Row>
  choices?: ListChoices
  /** What is said while there is nothing in it at all: what comes here, and how. */
  empty: { icon: IconName; title: string; hint: string }
  /** One sentence on what it holds. */
  lead?: string
  /** At the end of the head. */
  acts?: Child
  /** Above the list: what was just made, and is shown this once. */
  above?: Child
  /** Under the list. */
  children?: Child
}

/** A list of the office: narrowed, sorted, page by page, and the way to take it along. */
export const ListPage = <Row extends { id: string }>({
  list,
  ask,
  found,
  choices = {},
  empty,
  lead,
  acts,
  above,
  children,
  ...context
}: Page<Row>) => {
  const { language } = context
  const words = lists[language]
  const isNarrowed = ask.q !== '' || Object.keys(ask.filters).length > 0
  const isAll = !isNarrowed && ask.until === null
  return (
    <OfficeFrame {...context} title={context.page.words[language].title} acts={acts} wide>
      {above}
      {lead && <p class="panel-hint">{lead}</p>}
      {(found.rows.length > 0 || !isAll) && (
        <ListFilters list={list} ask={ask} choices={choices} context={context} />
      )}
      {found.rows.length > 0 ? (
        <ListTable list={list} ask={ask} found={found} context={context} />
      ) : (
        <Nothing isAll={isAll} empty={empty} context={context} />
      )}
      {found.rows.length > 0 && (
        <nav class="office-list-foot" aria-label={words.further}>
          {ask.until && (
            <LinkButton href={listAddress(list.path, ask, list.usual, { until: null })}>
              {words.first}
            </LinkButton>
          )}
          {found.next && (
            <LinkButton href={listAddress(list.path, ask, list.usual, { until: found.next })}>
              {words.more}
            </LinkButton>
          )}
          <span class="office-list-files">
            {exportFormats.map((format) => (
              <LinkButton
                tone="quiet"
                icon="download"
                href={listAddress(exportPath(list.path, format), ask, list.usual, { until: null })}
              >
                {words.formats[format]}
              </LinkButton>
            ))}
          </span>
        </nav>
      )}
      {children}
    </OfficeFrame>
  )
}

type Nothing = { isAll: boolean; empty: Page<never>['empty']; context: OfficeContext }

const Nothing = ({ isAll, empty, context: { language } }: Nothing) => {
  const words = lists[language]
  return isAll ? (
    <Empty icon={empty.icon} title={empty.title} hint={empty.hint} />
  ) : (
    <Empty icon="searchX" title={words.nothing} hint={words.nothingHint} />
  )
}
