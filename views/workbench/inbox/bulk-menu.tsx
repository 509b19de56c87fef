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
        <span class="select">
          <select name="all" aria-label={words.what}>
            <option value="">{words.selected}</option>
            <option value="1">{all}</option>
          </select>
          <Icon name="chevronDown" />
        </span>
        {/* First of all buttons: Enter in the field of tags presses it. */}
        <input
          name="add"
          list={KNOWN_TAGS}
          data-tag-choices={paths.workbench.tagChoices}
          aria-label={words.tag}
          placeholder={words.tag}
          autocomplete="off"
        />
        <Button name="what" value="tag">
          {words.does.tag}
        </Button>
        <Button name="what" value="close">
          {words.does.close}
        </Button>
        <span class="select">
          <select name="to" aria-label={words.assignTo}>
            {tools.agents.map(({ id, name }) => (
              <option value={`agent:${id}`}>{name}</option>
            ))}
            {tools.departments.map(({ id, name }) => (
              <option value={`department:${id}`}>{name}</option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
        <Button name="what" value="assign">
          {words.does.assign}
        </Button>
        <span class="select">
          <select name="until" aria-label={snooze.label}>
            {snoozePresets.map((preset) => (
              <option value={preset}>{snooze.presets[preset]}</option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
        <Button name="what" value="snooze">
          {words.does.snooze}
        </Button>
      </form>
    </details>
  )
}
