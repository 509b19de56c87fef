import { Icon } from '../../parts/icon'
import { lists } from '../../words/lists'
import type { OfficeContext } from '../context'
import { type ListAsk, type ListRows, listAddress } from './ask'
import type { Column, List } from './list'

type Table<Row> = {
  list: List<Row>
  ask: ListAsk
  found: ListRows<Row>
  context: OfficeContext
}

/** The rows of a page of a list. What does not fit scrolls inside its panel. */
export const ListTable = <Row extends { id: string }>({
  list,
  ask,
  found,
  context,
}: Table<Row>) => {
  const columns = list.columns.filter(({ cell }) => cell)
  return (
    <section
      class="panel office-table"
      tabindex={0}
      aria-label={context.page.words[context.language].title}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head list={list} ask={ask} column={column} context={context} />
            ))}
            {list.more && (
              <th scope="col">
                <span class="sr">{lists[context.language].details}</span>
              </th>
            )}
          </tr>
        </thead>
        {stretchesOf(list, found.rows, context).map(({ heading, rows }) => (
          <tbody>
            {heading !== undefined && (
              <tr class="office-table-heading">
                <td colspan={columns.length + (list.more ? 1 : 0)}>{heading}</td>
              </tr>
            )}
            {rows.map((row) => (
              <Row list={list} columns={columns} row={row} context={context} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** Rows that follow each other under one heading; all of them where the list has none. */
const stretchesOf = <Row,>(list: List<Row>, all: readonly Row[], context: OfficeContext) => {
  const stretches: { heading: string | undefined; rows: Row[] }[] = []
  for (const row of all) {
    const heading = list.heading?.(row, context)
    const last = stretches.at(-1)
    if (last && last.heading === heading) last.rows.push(row)
    else stretches.push({ heading, rows: [row] })
  }
  return stretches
}

type Line<Row> = {
  list: List<Row>
  columns: readonly Column<Row>[]
  row: Row
  context: OfficeContext
}

/** A row, and under it what it opens to: the style shows that, so that no script is needed. */
const Row = <Row extends { id: string }>({ list, columns, row, context }: Line<Row>) => (
  <>
    <tr id={`row-${row.id}`}>
      {columns.map((column, nth) => (
        <td class={classOf(column)}>
          {nth === 0 && list.open ? (
            <a class="office-table-open" href={list.open(row)}>
              {column.cell?.(row, context)}
            </a>
          ) : (
            column.cell?.(row, context)
          )}
        </td>
      ))}
      {list.more && (
        <td class="office-table-opener">
          <details>
            <summary aria-label={lists[context.language].details}>
              <Icon name="chevronDown" />
            </summary>
          </details>
        </td>
      )}
    </tr>
    {list.more && (
      <tr class="office-table-more">
        <td colspan={columns.length + 1}>{list.more(row, context)}</td>
      </tr>
    )}
  </>
)

const classOf = <Row,>({ figure, tall }: Column<Row>): string | undefined =>
  figure ? 'figure' : tall && 'tall'

type Head<Row> = { list: List<Row>; ask: ListAsk; column: Column<Row>; context: OfficeContext }

/** What a column is called, which sorts by it where that can be. */
const Head = <Row,>({ list, ask, column, context: { language } }: Head<Row>) => {
  const { key, label, sortable } = column
  const isSorted = ask.sort === key
  if (!sortable)
    return (
      <th scope="col" class={classOf(column)}>
        {column.tall ? <span>{label(language)}</span> : label(language)}
      </th>
    )
  const change = { sort: key, descending: isSorted ? !ask.descending : false, until: null }
  return (
    <th
      scope="col"
      class={classOf(column)}
      aria-sort={isSorted ? (ask.descending ? 'descending' : 'ascending') : 'none'}
    >
      <a
        href={listAddress(list.path, ask, list.usual, change)}
        title={lists[language].sortBy(label(language))}
      >
        {label(language)}
        <Icon name="chevronDown" />
      </a>
    </th>
  )
}
