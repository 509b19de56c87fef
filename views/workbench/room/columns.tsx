import { Scroll } from '../../transcript/scroll'
import { Seen } from '../../transcript/seen'
import { Transcript } from '../../transcript/transcript'
import { Typing } from '../../transcript/typing'
import type { Room, WorkbenchPageProps } from '../page'
import { Facts } from './facts'
import { RoomFoot } from './foot'
import { RoomHead } from './head'
import { Stuck } from './stuck'
import { TailFrame } from './tail'

/** The open conversation, and beside it what is known of the visitor. */
export const RoomColumns = ({ room, me, inbox, ...look }: WorkbenchPageProps & { room: Room }) => {
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
      <Facts {...look} {...room} list={inbox.list} />
    </>
  )
}
