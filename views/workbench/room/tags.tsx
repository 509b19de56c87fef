import type { Child } from 'hono/jsx'
import { tagLimits } from '../../../actors/conversation/aspects/tags'
import { tagMark } from '../../../actors/tag'
import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { AspectProps, AspectView } from '../aspect'

/** What the lists of tags to choose from are called on a page. */
export const KNOWN_TAGS = 'known-tags'

/** What fields of tags offer: those of the list, as it was when the page was opened. */
export const KnownTags = ({ names }: { names: readonly string[] }) => (
  <>
    <datalist id={KNOWN_TAGS}>
      {names.map((name) => (
        <option value={name} />
      ))}
    </datalist>
    <p id="tag-choices-status" class="sr" role="status" />
  </>
)

/** What colleagues call the conversation, and a field for one more. */
const Tags = ({ language, conversation: { id, tags }, rights, seq }: AspectProps) => {
  const words = wordsIn(language).workbench.tags
  const action = paths.workbench.tags(id)
  return (
    <section id="tags" class="tags" aria-label={words.label}>
      {tags.map((tag) => (
        <Chip tone="filled" of="tag" tag={tagMark(tag)}>
          <bdi>{tag}</bdi>
          {rights.tag && (
            <form method="post" action={action}>
              <SeqField seq={seq} />
              <input type="hidden" name="remove" value={tag} />
              <button type="submit" aria-label={words.remove(tag)}>
                <Icon name="x" />
              </button>
            </form>
          )}
        </Chip>
      ))}
      {rights.tag && tags.length < tagLimits.count && (
        <form
          id="add-tag"
          class="add-tag"
          method="post"
          action={action}
          data-clears=""
          hx-morph-skip=""
        >
          <SeqField seq={seq} />
          <input
            name="add"
            required
            autocomplete="off"
            list={KNOWN_TAGS}
            data-tag-choices={paths.workbench.tagChoices}
            data-sends=""
            placeholder={words.add}
            aria-label={words.add}
          />
        </form>
      )}
    </section>
  )
}

/** On a row the first; how many more there are says another chip, and which they are a title. */
const tagChips = ([first, ...others]: readonly string[]): Child[] => [
  first !== undefined && (
    <Chip tone="filled" of="tag" tag={tagMark(first)} title={[first, ...others].join(', ')}>
      {first}
    </Chip>
  ),
  others.length > 0 && <Chip tone="filled" of="tag">{`+${others.length}`}</Chip>,
]

export const tagsView: AspectView = {
  part: {
    id: 'tags',
    draw: (props) => <Tags {...props} />,
    key: ({ conversation, rights }) => JSON.stringify([conversation.tags, rights.tag]),
  },
  chips: ({ tags }) => tagChips(tags),
}
