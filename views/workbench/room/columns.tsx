import type { Child } from 'hono/jsx'
import type { PageContext } from '../../page-context'
import { Scroll } from '../../transcript/scroll'
import { Seen } from '../../transcript/seen'
import { Transcript } from '../../transcript/transcript'
import { Typing } from '../../transcript/typing'
import type { List } from '../inbox/lists'
import { ColleagueTypes, Peek } from './colleagues'
import {
  aboveTranscript as above,
  aboveComposer,
  belowTranscript,
  besideTranscript,
  type RoomParts,
} from './parts'
import { TailFrame } from './tail'

/** One open conversation. */
export type Room = Omit<RoomParts, 'me' | 'list' | 'seq' | keyof PageContext> & {
  /** Its entries in order, drawn. */
  drawn: Child
  /** Where older entries are; null when these are all. */
  earlierEntries: string | null
  /** The page with the newest ones, when these are not they. */
  newest?: string
  /** The newest seq shown. */
  after: number
  /** What the visitor has typed so far, where that is shown. */
  shown?: { name: string; text: string }
  /** How far the visitor has read. */
  seenUpTo: number
}

type RoomColumnsProps = PageContext & {
  room: Room
  me: { id: string }
  inbox: { list: List }
}

/** The open conversation, and beside it what is known of the visitor. */
export const RoomColumns = ({ room, me, inbox, ...page }: RoomColumnsProps) => {
  const props = { ...page, ...room, me: me.id, list: inbox.list, seq: room.after }
  return (
    <>
      <main id="room" class="room" tabindex={-1}>
        {above.head.draw(props)}
        <div class="aspects">{above.beside.map((part) => part.draw(props))}</div>
        {above.stuck.draw(props)}
        {above.blocked.draw(props)}
        {above.kin.draw(props)}
        <Scroll language={page.language}>
          <Transcript
            {...page}
            drawn={room.drawn}
            earlier={room.earlierEntries}
            newest={room.newest}
          />
          <Seen language={page.language} upTo={room.seenUpTo} />
          <TailFrame
            language={page.language}
            conversation={room.conversation.id}
            after={room.after}
          />
          <Typing language={page.language} who={null} />
          <Peek language={page.language} name="" text="" {...room.shown} />
        </Scroll>
        {aboveComposer.draw(props)}
        <ColleagueTypes language={page.language} who={null} />
        {belowTranscript.draw(props)}
      </main>
      {besideTranscript.draw(props)}
    </>
  )
}
