import type { Block } from '../../../actors/block'
import type { ConversationRow } from '../../../actors/summary'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { exactTime } from '../../words'
import { blocks } from '../../words/blocks'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type BlockedProps = {
  language: Language
  now: number
  zone: string
  conversation: Pick<ConversationRow, 'id'>
  rights: Rights
  /** What keeps its visitor out now. */
  blocked: readonly Block[]
}

/** Who keeps the visitor out, why and until when, and the way back. Swapped live as `#blocked`. */
export const Blocked = (props: BlockedProps) => (
  <div id="blocked" role="status">
    {props.blocked.map((block) => (
      <Line {...props} block={block} />
    ))}
  </div>
)

const Line = ({ block, ...props }: BlockedProps & { block: Block }) => {
  const { language, now, zone, conversation, rights } = props
  const { id, scope, byName, reason, until } = block
  const { room, lift } = blocks[language]
  const end = until === null ? null : exactTime(until, now, zone, language)
  return (
    <div class="banner-line bad">
      <Icon name="ban" />
      <span>
        {room.blocked[scope](byName, end)} {reason && <bdi>{room.because(reason)}</bdi>}
      </span>
      {rights.block && (
        <form method="post" action={paths.workbench.unblock(conversation.id)}>
          <input type="hidden" name="block" value={id} />
          <Button>{lift}</Button>
        </form>
      )}
    </div>
  )
}
