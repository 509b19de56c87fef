import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { COUNTED_FOUND } from './inbox/found'
import type { List } from './inbox/lists'

/** One that was not done, and why. */
export type NotDone = { id: string; name: string; message: string }

/** What came of something that was done to many. */
export type DoneToMany = {
  done: number
  /** The first of those that were not done, and how many these are in all. */
  refused: readonly NotDone[]
  refusedCount: number
  /** There are more of them than are done at once. */
  more: boolean
}

type BulkDoneProps = { outcome: DoneToMany; list: List; language: Language }

/** How many are done, which are not and why: above the list in which they were chosen. */
export const BulkDone = ({ outcome, list, language }: BulkDoneProps) => {
  const { done, refused, refusedCount, more } = outcome
  const { bulk: words, visitor } = wordsIn(language).workbench
  const rest = refusedCount - refused.length
  return (
    <div class={`banner-line bulk-done ${refusedCount > 0 ? 'warn' : 'ok'}`} role="status">
      <Icon name={refusedCount > 0 ? 'circleAlert' : 'check'} />
      <div>
        <p>
          {words.done(done)} {more && words.left(COUNTED_FOUND)}{' '}
          {refusedCount > 0 && words.notDone(refusedCount)}
        </p>
        {refused.length > 0 && (
          <ul>
            {refused.map(({ id, name, message }) => (
              <li>
                <a href={paths.workbench.conversation(id, list)}>
                  <bdi>{name || visitor}</bdi>
                </a>
                {punctuation[language].colon}
                {message}
              </li>
            ))}
            {rest > 0 && <li>{words.andMore(rest)}</li>}
          </ul>
        )}
      </div>
      <a class="button quiet" href={paths.workbench.list(list)}>
        <Icon name="x" />
        <span class="sr">{wordsIn(language).common.close}</span>
      </a>
    </div>
  )
}
