import type { FileLimits } from '../../actors/department/settings'
import { Composer } from '../parts/composer'
import { KeptText } from '../parts/fields/kept-text'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { EndedCard } from './ended'
import { hasComment } from './rating'
import type { VisitorStatus } from './visitor-status'

export type FootProps = {
  language: Edition
  status: VisitorStatus
  conversation: string
  clientId: string
  /** Name the visitor gave. */
  name: string
  draft?: string
  /** Words beside a rating that did not go. */
  comment?: string
  /** One sentence: why the last thing did not go. */
  problem?: string
  /** Whether the desk sees what is being typed. */
  isShown: boolean
  /** What files its department takes. */
  fileLimits: FileLimits
  /** Newest line of the page. */
  seq: number
}

const takesComment = (status: VisitorStatus): boolean =>
  status.state === 'ended' && status.mayRate && hasComment(status.stars, status.mayComment)

/** The composer, or the card after the end. Swapped live as `#foot` when the state changes. */
export const ChatFoot = ({ status, ...props }: FootProps) => (
  <div id="foot" class="foot" data-open={String(status.state !== 'ended')}>
    {props.comment && !takesComment(status) && (
      <KeptText language={props.language} text={props.comment} />
    )}
    {status.state === 'ended' ? (
      <EndedCard {...props} status={status} />
    ) : (
      <Composer
        language={props.language}
        action={paths.chat.messages}
        conversation={props.conversation}
        whose={{ name: 'written_in', value: props.conversation }}
        clientId={props.clientId}
        draft={props.draft}
        problem={props.problem}
        placeholder={wordsIn(props.language).chat.composer}
        told={props.isShown ? wordsIn(props.language).together.peekTold : undefined}
        shownAt={props.isShown ? paths.chat.sneakPeek : undefined}
        files={{ action: paths.chat.files, limits: props.fileLimits }}
      />
    )}
  </div>
)
