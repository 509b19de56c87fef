import { limits } from '../../../actors/limits'
import type { ConversationRow } from '../../../actors/summary'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type TagsProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id' | 'tags'>
  rights: Pick<Rights, 'tag'>
}

/** What colleagues call the conversation, and a field for one more. Swapped live as `#tags`. */
export const Tags = ({ language, conversation: { id, tags }, rights }: TagsProps) => {
  const words = wordsIn(language).workbench.tags
  const action = paths.workbench.tags(id)
  return (
    <section id="tags" class="tags" aria-label={words.label}>
      {tags.map((tag) => (
        <Chip tone="tag">
          <bdi>{tag}</bdi>
          {rights.tag && (
            <form method="post" action={action}>
              <input type="hidden" name="remove" value={tag} />
              <button type="submit" aria-label={words.remove(tag)}>
                <Icon name="x" />
              </button>
            </form>
          )}
        </Chip>
      ))}
      {rights.tag && tags.length < limits.tags && (
        <form
          id="add-tag"
          class="add-tag"
          method="post"
          action={action}
          data-clears=""
          hx-morph-skip=""
        >
          <input
            name="add"
            required
            autocomplete="off"
            placeholder={words.add}
            aria-label={words.add}
          />
        </form>
      )}
    </section>
  )
}
