import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import { VisitorLive } from '../live-connections'
import type { VisitorContext } from '../page-context'
import { Connection } from '../parts/connection'
import { paths } from '../paths'
import { visitorScripts } from '../scripts'
import { PendingTemplate } from '../transcript/pending'
import { Scroll } from '../transcript/scroll'
import { Seen } from '../transcript/seen'
import { Transcript } from '../transcript/transcript'
import { Typing } from '../transcript/typing'
import { wordsIn } from '../words'
import { FrameClose, RunsOn } from './frame'
import { type ChatParts, chatParts } from './parts'
import { EndCard, Tools } from './tools'

export type ChatPageProps = VisitorContext &
  Omit<ChatParts, 'language' | 'now' | 'seq'> & {
    /** The entries the visitor may see, in order, drawn. */
    drawn: Child
    /** Where older ones are; null when these are all. */
    earlier: string | null
    /** The page with the newest ones, when these are not they. */
    newest?: string
    /** The newest seq that the page shows or passes over: feed and tail go on after it. */
    after: number
    /** Why the desk takes nothing from them now, in one sentence. */
    refused?: string
    /** How far the desk has read. */
    seenUpTo: number
  }

/** The visitor's conversation. */
export const ChatPage = (props: ChatPageProps) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout
      {...props}
      title={words.title}
      kind="visitor"
      scripts={visitorScripts}
      clock={props.zone}
    >
      <main class="chat">
        <header class="chat-head">
          {chatParts.status.draw({ ...props, seq: props.after })}
          <Tools {...props} isOpen={props.status.state !== 'ended'} />
          <FrameClose {...props} />
        </header>
        <Scroll language={props.language}>
          <Transcript {...props} />
          <Seen language={props.language} upTo={props.seenUpTo} />
          {props.status.state !== 'ended' && (
            <Tail after={props.after} title={words.tail} page={words.title} />
          )}
          <Typing language={props.language} who={null} />
        </Scroll>
        {chatParts.foot.draw({ ...props, seq: props.after })}
        <div class="under">
          <Connection
            language={props.language}
            plain={props.status.state === 'ended' ? '' : undefined}
            refused={props.refused}
          />
          <p class="send-hint needs-js" data-says={words.sendHint} />
          <RunsOn {...props} />
        </div>
        {props.status.state !== 'ended' && <EndCard {...props} seq={props.after} />}
      </main>
      <PendingTemplate language={props.language} by="visitor" />
      <VisitorLive after={props.after} epoch={props.epoch} principal={props.conversation} />
    </Layout>
  )
}

/**
 * Without JavaScript what comes later shows in a frame that renews itself. How things stand is the
 * frame's to say then, and the page's own heading goes with that.
 */
const Tail = ({ after, title, page }: { after: number; title: string; page: string }) => (
  <noscript>
    <h1 class="sr">{page}</h1>
    <iframe class="tail-frame" src={paths.chat.tail(after)} title={title} />
  </noscript>
)
