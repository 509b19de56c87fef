import type { Entry as Line } from '../../../actors/entry'
import { Layout } from '../../layout'
import type { PageContext } from '../../page-context'
import { paths } from '../../paths'
import { refreshS } from '../../refresh'
import { Entry } from '../../transcript/entry'
import { wordsIn } from '../../words'

export type RoomTailProps = PageContext & {
  /** Those after the page's own, in order, those for colleagues too. */
  entries: readonly Line[]
  viewer: string
}

/** What came after an agent opened the room, for a frame in it: no JavaScript, renews itself. */
export const RoomTail = (props: RoomTailProps) => {
  const { language, entries } = props
  const words = wordsIn(language)
  return (
    <Layout {...props} title={words.chat.tail} kind="tail room-tail" plainRefresh={refreshS.tail}>
      <main class="scroll" tabindex={0}>
        <div class="scroll-in">
          <h1 class="sr">{words.chat.transcript}</h1>
          <ol id="transcript" class="transcript" aria-label={words.chat.transcript}>
            {entries.map((entry) => (
              <Entry {...props} entry={entry} audience="desk" />
            ))}
          </ol>
          {entries.length === 0 && <p class="quiet-line">{words.workbench.tailEmpty}</p>}
        </div>
      </main>
    </Layout>
  )
}

/** The frame itself, shown only where nothing else brings what is new. */
export const TailFrame = ({
  conversation,
  after,
  language,
}: Pick<PageContext, 'language'> & { conversation: string; after: number }) => (
  <noscript>
    <iframe
      class="tail-frame"
      src={paths.workbench.tail(conversation, after)}
      title={wordsIn(language).chat.tail}
    />
  </noscript>
)
