import type { Entry as Line } from '../../actors/entry'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { paths } from '../paths'
import { refreshS } from '../refresh'
import { Entry } from '../transcript/entry'
import { wordsIn } from '../words'
import { ChatStatus } from './status'
import type { VisitorStatus } from './visitor-status'

export type ChatTailProps = VisitorContext & {
  status: VisitorStatus
  department: string
  /** Those after the page's own, in order, that the visitor may see. */
  entries: readonly Line[]
  viewer: string
}

/** What came after the page was opened, for a frame in it: no JavaScript, renews itself. */
export const ChatTail = (props: ChatTailProps) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout {...props} title={words.tail} kind="tail" plainRefresh={refreshS.tail}>
      <main class="scroll" tabindex={0}>
        <div class="scroll-in">
          <ol id="transcript" class="transcript" aria-label={words.transcript}>
            {props.entries.map((entry) => (
              <Entry {...props} entry={entry} audience="visitor" />
            ))}
          </ol>
          <ChatStatus {...props} />
          {props.status.state === 'ended' && (
            <>
              <p class="actions">
                <a href={paths.chat.page} target="_parent">
                  {words.afterEnd}
                </a>
              </p>
              <p class="actions hint">{words.stillWriting}</p>
            </>
          )}
        </div>
      </main>
    </Layout>
  )
}
