import { tagMark } from '../../../actors/tag'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

export type TagPanelProps = {
  language: Language
  tags: readonly { name: string; description: string }[]
  /** What would be a tag that is not there yet; null where it cannot be one. */
  fresh: string | null
}

/** Tags to choose from below a field, and last what makes a new one: that is said of it, and never goes by itself before one that is there. */
export const TagPanel = ({ language, tags, fresh }: TagPanelProps) => {
  const { label, found, none, fresh: says } = wordsIn(language).workbench.tags
  const isAny = tags.length > 0 || fresh !== null
  const isSaid = tags.length > 0 ? found(tags.length) : none
  return (
    <section
      id="tag-choices"
      class="canned tag-panel"
      aria-label={label}
      data-found={fresh === null ? isSaid : `${isSaid} ${says(fresh)}`}
    >
      {isAny ? (
        <div id="tag-choices-list" class="canned-list" role="listbox" aria-label={label}>
          {tags.map(({ name, description }, nth) => (
            <div
              id={`tag-choice-${nth}`}
              role="option"
              tabIndex={-1}
              aria-selected={String(nth === 0)}
              data-name={name}
            >
              <Chip tone="filled" of="tag" tag={tagMark(name)}>
                <bdi>{name}</bdi>
              </Chip>{' '}
              {description && <small>{description}</small>}
            </div>
          ))}
          {fresh !== null && (
            <div
              id="tag-choice-new"
              role="option"
              tabIndex={-1}
              aria-selected={String(tags.length === 0)}
              data-name={fresh}
            >
              <Icon name="plus" />
              <span>{says(fresh)}</span>
            </div>
          )}
        </div>
      ) : (
        <p id="tag-choices-list" class="canned-none">
          {none}
        </p>
      )}
    </section>
  )
}
