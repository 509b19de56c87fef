import { priorities } from '../../../actors/conversation/aspects/priorities'
import { Button, LinkButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { BulkMenu } from './bulk-menu'
import type { ListTools, Named, ToolsProps } from './list-tools'
import type { Filter, List } from './lists'
import { SavedViews } from './saved-views'

const names = [
  ...([
    'department',
    'agent',
    'tag',
    'state',
    'priority',
    'sla',
    'stars',
    'answered',
    'since',
    'before',
  ] as const),
]

/** What narrows the list, each a chip that takes itself away, and the ways to more. */
export const Tools = (props: ToolsProps) => {
  const { list, language, now, tools } = props
  const words = wordsIn(language).workbench.filters
  const { filter = {} } = list
  const set = names.filter((name) => filter[name] !== undefined)
  return (
    <div class="list-tools" id="list-tools">
      <ul class="filters" aria-label={words.title}>
        {set.map((name) => (
          <li>
            <FilterChip {...props} name={name} />
          </li>
        ))}
      </ul>{' '}
      <FilterMenu {...props} /> <SavedViews {...props} />{' '}
      {tools.bulk && <BulkMenu {...{ language, now, list, tools }} bulk={tools.bulk} />}
    </div>
  )
}

const FilterChip = ({ list, language, tools, name }: ToolsProps & { name: keyof Filter }) => {
  const words = wordsIn(language).workbench.filters
  const says = saysOf(name, list.filter ?? {}, tools, language)
  return (
    <a
      class="filter-chip set"
      href={paths.workbench.list(without(list, name))}
      title={words.without(words.names[name], says)}
    >
      <span class="filter-name">{words.names[name]}</span> <bdi>{says}</bdi>
      <Icon name="x" />
    </a>
  )
}

const without = ({ view, filter = {} }: List, name: keyof Filter): List => {
  const { [name]: _gone, ...rest } = filter
  return { view, ...(Object.keys(rest).length > 0 ? { filter: rest } : {}) }
}

const saysOf = (
  name: keyof Filter,
  filter: Filter,
  { agents, departments }: ListTools,
  language: Language,
): string => {
  const { workbench } = wordsIn(language)
  const nameIn = (all: readonly Named[], id = '') => all.find((one) => one.id === id)?.name ?? id
  if (name === 'department') return nameIn(departments, filter.department)
  if (name === 'agent') return nameIn(agents, filter.agent)
  if (name === 'state') return filter.state ? workbench.states[filter.state] : ''
  if (name === 'priority') return filter.priority ? workbench.priority.names[filter.priority] : ''
  if (name === 'sla') return filter.sla ? workbench.filters.due[filter.sla] : ''
  if (name === 'stars')
    return filter.stars ? workbench.filters.rated(filter.stars) : workbench.filters.unrated
  if (name === 'answered') return workbench.filters.never
  if (name === 'tag') return filter.tag ?? ''
  return filter[name]?.day ?? ''
}

const STARS = [5, 4, 3, 2, 1, 0] as const

type Choices = readonly { value: string; says: string }[]

/** What there is to choose from, by what it narrows. */
const choicesOf = ({ language, tools }: ToolsProps) => {
  const { filters: words, states, priority } = wordsIn(language).workbench
  const toOption = ({ id, name }: Named) => ({ value: id, says: name })
  return {
    department: tools.departments.map(toOption),
    agent: tools.agents.map(toOption),
    state: Object.entries(states).map(([value, says]) => ({ value, says })),
    priority: priorities.map((value) => ({ value, says: priority.names[value] })),
    sla: (['late', 'risk'] as const).map((value) => ({ value, says: words.due[value] })),
    stars: STARS.map((n) => ({ value: String(n), says: n ? words.rated(n) : words.unrated })),
    answered: [{ value: 'never', says: words.never }],
  } satisfies Partial<Record<keyof Filter, Choices>>
}

/** All that a list can be narrowed by, as a form that leads to it. */
const FilterMenu = (props: ToolsProps) => {
  const { list, language, tools } = props
  const words = wordsIn(language).workbench.filters
  const { view, filter = {} } = list
  const choices = choicesOf(props)
  const pick = (name: keyof typeof choices) => (
    <Pick language={language} name={name} value={filter[name]?.toString()} all={choices[name]} />
  )
  return (
    <details class="filter-menu" name="list-menu">
      <summary class="filter-chip add">
        <Icon name="plus" />
        {words.title}
      </summary>
      <form class="menu" method="get" action={paths.workbench.page}>
        <input type="hidden" name="view" value={view} />
        {tools.departments.length > 0 && pick('department')}
        {pick('agent')}
        <label for="filter-tag">{words.names.tag}</label>
        <input id="filter-tag" name="tag" value={filter.tag} />
        {(['state', 'priority', 'sla', 'stars', 'answered'] as const).map(pick)}
        {(['since', 'before'] as const).map((name) => (
          <>
            <label for={`filter-${name}`}>{words.names[name]}</label>
            <input id={`filter-${name}`} type="date" name={name} value={filter[name]?.day} />
          </>
        ))}
        <div class="actions">
          <LinkButton href={paths.workbench.list({ view })}>{words.clear}</LinkButton>
          <Button tone="primary">{words.set}</Button>
        </div>
      </form>
    </details>
  )
}

type Pick = {
  name: keyof Filter
  value: string | undefined
  all: Choices
  language: Language
}

const Pick = ({ name, value, all, language }: Pick) => {
  const words = wordsIn(language).workbench.filters
  return (
    <>
      <label for={`filter-${name}`}>{words.names[name]}</label>
      <span class="select">
        <select id={`filter-${name}`} name={name}>
          <option value="">{words.any}</option>
          {all.map((each) => (
            <option value={each.value} selected={each.value === value}>
              {each.says}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
    </>
  )
}
