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
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
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
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

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
