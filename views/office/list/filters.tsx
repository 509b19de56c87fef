import { Button, LinkButton } from '../../parts/button'
import { SelectField } from '../../parts/fields/select-field'
import { lists } from '../../words/lists'
import type { OfficeContext } from '../context'
import type { ListAsk } from './ask'
import type { List, ListChoices, ListFilter } from './list'

type Filters<Row> = {
  list: List<Row>
  ask: ListAsk
  choices: ListChoices
  context: OfficeContext
}

/** What a list is looked through and narrowed by: a form that is sent by GET, so its address says all. */
export const ListFilters = <Row,>({ list, ask, choices, context: { language } }: Filters<Row>) => {
  const words = lists[language]
  if (!list.searches && list.filters.length === 0) return null
  const isNarrowed = ask.q !== '' || Object.keys(ask.filters).length > 0
  const isUsual = ask.sort === list.usual.sort && ask.descending === list.usual.descending
  return (
    <search class="office-filters">
      <form method="get" action={list.path}>
        {!isUsual && (
          <input type="hidden" name="sort" value={`${ask.descending ? '-' : ''}${ask.sort}`} />
        )}
        {list.searches && (
          <Typed name="q" type="search" label={list.searches(language)} value={ask.q} />
        )}
        {list.filters.map((filter) => (
          <Narrowed
            filter={filter}
            label={filter.label(language)}
            value={ask.filters[filter.key] ?? ''}
            options={[{ value: '', label: words.any }, ...(choices[filter.key] ?? [])]}
          />
        ))}
        <div class="office-filters-acts">
          <Button>{words.show}</Button>
          {isNarrowed && (
            <LinkButton tone="quiet" href={list.path}>
              {words.showAll}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  )
}

type Narrowed = {
  filter: ListFilter
  label: string
  value: string
  options: readonly { value: string; label: string }[]
}

const Narrowed = ({ filter: { key, is }, label, value, options }: Narrowed) => {
  if (is === 'choice')
    return (
      <SelectField name={key} id={`filter-${key}`} label={label} value={value} options={options} />
    )
  return <Typed name={key} type={is === 'word' ? 'text' : 'date'} label={label} value={value} />
}

type Typed = { name: string; type: 'search' | 'text' | 'date'; label: string; value: string }

const Typed = ({ name, type, label, value }: Typed) => (
  <div class="field">
    <label for={`field-filter-${name}`}>{label}</label>
    <input
      id={`field-filter-${name}`}
      type={type}
      name={name}
      value={value}
      dir={type === 'date' ? undefined : 'auto'}
      autocomplete="off"
    />
  </div>
)
