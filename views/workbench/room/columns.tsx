import type { Child } from 'hono/jsx'
import type { PageContext } from '../../page-context'
import { Scroll } from '../../transcript/scroll'
import { Seen } from '../../transcript/seen'
import { Transcript } from '../../transcript/transcript'
import { Typing } from '../../transcript/typing'
import type { List } from '../inbox/lists'
import { RoomFoot, type RoomFootProps } from './foot'
import { RoomHead, type RoomHeadProps } from './head'
import { Stuck } from './stuck'
import { TailFrame } from './tail'
import { VisitorDetails, type VisitorDetailsProps } from './visitor-details'

/** One open conversation. */
export type Room = Omit<
  RoomHeadProps & RoomFootProps & VisitorDetailsProps,
  'me' | 'list' | keyof PageContext
> & {
  /** Whether it cannot go on until somebody has put something right. */
  stuck: boolean
  /** Its entries in order, drawn. */
  drawn: Child
  /** Where older entries are; null when these are all. */
  earlierEntries: string | null
  /** The newest seq shown. */
  after: number
  /** How far the visitor has read. */
  seenUpTo: number
}

type RoomColumnsProps = PageContext & {
  room: Room
  me: { id: string }
  inbox: { list: List }
}

/** The open conversation, and beside it what is known of the visitor. */
export const RoomColumns = ({ room, me, inbox, ...look }: RoomColumnsProps) => {
  return (
    <>
      <main class="room">
        <RoomHead {...look} {...room} me={me.id} list={inbox.list} />
        <Stuck language={look.language} stuck={room.stuck} />
        <Scroll language={look.language}>
          <Transcript {...look} drawn={room.drawn} earlier={room.earlierEntries} />
          <Seen language={look.language} upTo={room.seenUpTo} />
          <TailFrame
            language={look.language}
            conversation={room.conversation.id}
            after={room.after}
          />
          <Typing language={look.language} who={null} />
        </Scroll>
        <RoomFoot {...look} {...room} me={me.id} />
      </main>
      <VisitorDetails {...look} {...room} list={inbox.list} />
    </>
  )
}
