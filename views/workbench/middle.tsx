import { html } from 'hono/html'
import { DeskLive } from '../live-connections'
import type { PageContext } from '../page-context'
import { Empty } from '../parts/empty'
import type { Me } from '../parts/me-menu'
import { Scroll } from '../transcript/scroll'
import { Transcript } from '../transcript/transcript'
import { wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import type { List } from './inbox/lists'
import { visitorName } from './name'
import { type Room, RoomColumns } from './room/columns'

export type MiddleProps = PageContext & { me: Me; inbox: { list: List }; room: Room | null }

/** The open conversation and what is known of its visitor, or where they would be. */
export const Middle = (props: MiddleProps) => {
  const { room } = props
  return room ? <RoomColumns {...props} room={room} /> : <Vacant language={props.language} />
}

/** The middle of the workbench while no conversation is open. */
const Vacant = ({ language }: Pick<PageContext, 'language'>) => {
  const words = wordsIn(language).workbench
  return (
    <main id="room" class="room vacant" tabindex={-1}>
      <h1 class="sr">{words.title}</h1>
      <Empty icon="messagesSquare" title={words.emptyRoom} hint={words.emptyRoomHint} />
      {/* For the first one that is opened, without loading the page. */}
      <Scroll language={language}>
        <Transcript language={language} drawn="" earlier={null} />
      </Scroll>
    </main>
  )
}

/** The page's connection, about what is open on it. */
export const Connected = ({
  room,
  inbox,
  me,
  epoch,
}: Pick<MiddleProps, 'room' | 'inbox' | 'me' | 'epoch'>) => (
  <DeskLive
    conversation={room?.conversation.id ?? null}
    after={room?.after ?? 0}
    list={inbox.list}
    epoch={epoch}
    principal={me.id}
  />
)

export const titleOf = ({ room, language }: Pick<MiddleProps, 'room' | 'language'>): string =>
  room ? visitorName(room.conversation, language) : wordsIn(language).workbench.title

/** Which of its columns a narrow page shows. */
export const screenOf = ({ room }: Pick<MiddleProps, 'room'>) => (room ? 'room' : 'list')

/** What of the page another conversation changes, for one that stays where it is. */
export const OpenedRoom = (props: MiddleProps) => (
  <>
    {html`<title>${titleOf(props)}${punctuation[props.language].title}${wordsIn(props.language).common.brand}</title>`}
    <div class="workbench" data-screen={screenOf(props)}>
      <Middle {...props} />
    </div>
    <Connected {...props} />
  </>
)
