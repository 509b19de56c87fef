import type { PageContext } from '../../page-context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { Commands } from './commands'
import type { SearchPanelProps } from './found'
import { FoundConversations, FoundPeople } from './results'

type Panel = PageContext & SearchPanelProps

/** The field and what was found: of the page, and of the dialog over the workbench. */
export const SearchPanel = (props: Panel) => {
  const { language, text, order, problem } = props
  const words = wordsIn(language).search
  return (
    <>
      <search>
        <form class="search-form" method="get" action={paths.workbench.search()}>
          <label class="search-field" for="q">
            <Icon name="search" />
            <span class="sr">{words.label}</span>
            <input
              id="q"
              name="q"
              type="search"
              value={text}
              placeholder={words.label}
              autocomplete="off"
              spellcheck={false}
              aria-invalid={problem === null ? undefined : 'true'}
              aria-describedby="search-problem"
              autofocus
            />
          </label>
          {order === 'best' && <input type="hidden" name="sort" value="best" />}
          <Button>{words.submit}</Button>
        </form>
      </search>
      <SearchResults {...props} />
      <Keys {...props} />
    </>
  )
}

/** Drawn anew for each question. */
export const SearchResults = (props: Panel) => {
  const { language, findings, problem } = props
  const words = wordsIn(language).search
  return (
    <div id="found" class="found">
      <p id="search-problem" class="form-problem" role="alert">
        {problem}
      </p>
      <Narrowed {...props} />
      <p class="sr" role="status">
        {findings && words.count(findings.lines.length, findings.next === null)}
      </p>
      <FoundConversations {...props} />
      {findings && <FoundPeople {...props} people={findings.people} />}
      <Commands {...props} />
    </div>
  )
}

/** Of the dialog, in its foot; and where there is more. */
const Keys = ({ language }: Panel) => {
  const { keys } = wordsIn(language).search
  return (
    <p class="palette-foot">
      {keyNames.map(([name, key]) => (
        <span>
          <kbd>{key}</kbd> {keys[name]}
        </span>
      ))}
    </p>
  )
}
const keyNames = [
  ['choose', '↑ ↓'],
  ['open', '↵'],
  ['beside', 'Ctrl ↵'],
  ['close', 'Esc'],
] as const

/** What it is narrowed down by, and what it can be. */
const Narrowed = ({ language, findings, order, operators }: Panel) => {
  const words = wordsIn(language).search
  const narrowed = findings?.narrowed ?? []
  return (
    <div class="narrowed">
      {narrowed.map(({ operator, rest }) => (
        <a
          class="chip brand"
          href={paths.workbench.search(rest, order)}
          aria-label={words.without(operator)}
        >
          <bdi>{operator}</bdi>
          <Icon name="x" />
        </a>
      ))}
      {narrowed.length === 0 && <span class="hint">{words.hint}</span>}
      {operators.map((operator) => (
        <>
          {' '}
          <code class="chip" data-operator={operator}>{`${operator}:`}</code>
        </>
      ))}
    </div>
  )
}
