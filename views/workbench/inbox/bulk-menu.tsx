import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { placeField } from '../../paths/query'
import { wordsIn } from '../../words'
import { snoozePresets } from '../room/snooze'
import { KNOWN_TAGS } from '../room/tags'
import { COUNTED_FOUND } from './found'
import { ListFields } from './list-fields'
import type { ToolsProps } from './list-tools'

type BulkMenuProps = ToolsProps & { bulk: { matching: number } }

/**
 * Does something to many at once: while it is open each row has a box, whose `form` is this one's id.
 */
export const BulkMenu = ({ language, now, list, tools, bulk }: BulkMenuProps) => {
  const { bulk: words, snooze } = wordsIn(language).workbench
  const { matching } = bulk
  const all =
    matching > COUNTED_FOUND ? words.manyMatching(COUNTED_FOUND) : words.allMatching(matching)
  const does = (what: keyof typeof words.does) => (
    <Button name="what" value={what}>
      {words.does[what]}
    </Button>
  )
  return (
    <details class="bulk" name="list-menu">
      <summary class="filter-chip">
        <Icon name="check" />
        {words.title}
      </summary>
      <form id="bulk" method="post" action={paths.workbench.bulk} data-plain="">
        <ListFields list={list} />
        <input type="hidden" name="place" value={placeField(list)} />
        <input type="hidden" name="as_of" value={new Date(now).toISOString()} />
        <Choice
          name="all"
          label={words.what}
          options={[
            ['', words.selected],
            ['1', all],
          ]}
        />
        {/* Its button is the first of all: Enter in the field presses it. */}
        <input
          name="add"
          list={KNOWN_TAGS}
          data-tag-choices={paths.workbench.tagChoices}
          aria-label={words.tag}
          placeholder={words.tag}
          autocomplete="off"
        />
        {does('tag')}
        {does('close')}
        <Choice
          name="to"
          label={words.assignTo}
          options={[
            ...tools.agents.map(({ id, name }) => [`agent:${id}`, name] as const),
            ...tools.departments.map(({ id, name }) => [`department:${id}`, name] as const),
          ]}
        />
        {does('assign')}
        <Choice
          name="until"
          label={snooze.label}
          options={snoozePresets.map((preset) => [preset, snooze.presets[preset]] as const)}
        />
        {does('snooze')}
      </form>
    </details>
  )
}

type Choice = { name: string; label: string; options: readonly (readonly [string, string])[] }

const Choice = ({ name, label, options }: Choice) => (
  <span class="select">
    <select name={name} aria-label={label}>
      {options.map(([value, says]) => (
        <option value={value}>{says}</option>
      ))}
    </select>
    <Icon name="chevronDown" />
  </span>
)
