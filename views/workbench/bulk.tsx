import { MessagePage } from '../message'
import type { PageContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import { COUNTED_FOUND } from './inbox/found'
import type { List } from './inbox/lists'

/** One that was not done, and why. */
export type NotDone = { id: string; name: string; message: string }

export type BulkPageProps = PageContext & {
  done: number
  refused: readonly NotDone[]
  /** There are more of them than are done at once. */
  more: boolean
  /** The list they were chosen in. */
  list: List
}

/** How many that were not done are told one by one. */
const TOLD = 50

/** What came of something that was done to many: how many are done, which are not and why. */
export const BulkPage = ({ done, refused, more, list, ...look }: BulkPageProps) => {
  const { bulk: words, visitor } = wordsIn(look.language).workbench
  const rest = refused.length - TOLD
  return (
    <MessagePage
      {...look}
      icon={refused.length > 0 ? 'circleAlert' : 'check'}
      title={words.done(done)}
      lead={more ? words.left(COUNTED_FOUND) : ''}
      more={
        refused.length > 0 && (
          <section class="not-done">
            <p>{words.notDone(refused.length)}</p>
            <ul>
              {refused.slice(0, TOLD).map(({ id, name, message }) => (
                <li>
                  <a href={paths.workbench.conversation(id, list)}>
                    <bdi>{name || visitor}</bdi>
                  </a>
                  {punctuation[look.language].colon}
                  {message}
                </li>
              ))}
            </ul>
            {rest > 0 && <p>{words.andMore(rest)}</p>}
          </section>
        )
      }
    >
      <LinkButton href={paths.workbench.list(list)} tone="primary">
        {words.back}
      </LinkButton>
    </MessagePage>
  )
}
