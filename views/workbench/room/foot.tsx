import { aspects } from '../../../actors/conversation/aspects'
import type { FileLimits } from '../../../actors/department/settings'
import type { ConversationRow } from '../../../actors/summary'
import { Composer } from '../../parts/composer'
import type { Inside } from '../../parts/composer/inside'
import { KeptText } from '../../parts/fields/kept-text'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { visitorName } from '../name'
import type { Rights } from '../verbs'
import { CannedLink } from './canned-link'
import { CardLink } from './card-link'
import { Join, type JoinProps } from './join'
import { MentionPlace } from './mention-place'

export type RoomFootProps = JoinProps & {
  language: Language
  conversation: ConversationRow
  me: string
  rights: Rights
  clientId: string
  /** What files its department takes. */
  fileLimits: FileLimits
  draft?: string
  /** Only colleagues were to see that draft. */
  isInside?: boolean
  /** What was written beside the talk and was not taken. */
  beside?: string
  /** One sentence: why the last message did not go. */
  problem?: string
  /** It did not, because a colleague had written. */
  isStale?: boolean
  /** That draft is kept. */
  isDrafted?: boolean
  /** Newest line of the page. */
  seq: number
}

/** The composer, or why there is one for colleagues at most. Swapped live as `#room-foot` when rights change. */
export const RoomFoot = (props: RoomFootProps) => {
  const { rights, draft, isInside = false } = props
  const keeps = rights.say || (rights.note && isInside)
  return (
    <div id="room-foot" class="foot" data-open={String(rights.say)}>
      {props.beside && <KeptText language={props.language} text={props.beside} />}
      {!rights.say && (
        <>
          {draft && !keeps && <KeptText {...props} text={draft} hasEnded />}
          {!draft && !keeps && props.problem && (
            <p class="form-problem" role="alert">
              {props.problem}
            </p>
          )}
          <div class={rights.note ? 'read-only over-composer' : 'read-only'}>
            <p>{reason(props)}</p>
            <Join {...props} />
          </div>
        </>
      )}
      {rights.say && (
        <CannedLink language={props.language} conversation={props.conversation.id}>
          <CardLink language={props.language} conversation={props.conversation.id} />
        </CannedLink>
      )}
      {rights.note && <MentionPlace conversation={props.conversation.id} />}
      {(rights.say || rights.note) && (
        <RoomComposer {...props} {...(keeps ? {} : { draft: undefined, problem: undefined })} />
      )}
    </div>
  )
}

const RoomComposer = (props: RoomFootProps) => {
  const { conversation, language, rights } = props
  const words = wordsIn(language).workbench
  const { messages, notes, files, draft } = paths.workbench
  const inside: Inside = {
    ...{ verb: 'note', kind: aspects.note.event, words: words.note, icon: 'lock' as const },
    ...{ action: notes(conversation.id), isOn: props.isInside === true },
  }
  return (
    <Composer
      language={language}
      action={rights.say ? messages(conversation.id) : null}
      inside={rights.note ? inside : undefined}
      conversation={conversation.id}
      whose={{ name: 'written_by', value: props.me }}
      clientId={props.clientId}
      draft={props.draft}
      problem={props.problem}
      later={{
        draft: draft(conversation.id),
        seq: props.seq,
        ...{ isDrafted: props.isDrafted === true, isStale: props.isStale === true },
      }}
      placeholder={words.composer(visitorName(conversation, language))}
      files={{ action: files(conversation.id), limits: props.fileLimits, mayInside: rights.note }}
    />
  )
}

const reason = ({ conversation, language, me, rights, hindrance }: RoomFootProps): string => {
  const words = wordsIn(language).workbench
  const { state, agent, agentName } = conversation
  if (rights.answerOffer) return words.offeredHint
  if (rights.take && hindrance !== null) return words.cannotTake[hindrance]
  if (rights.take) return conversation.closedAt ? words.closedHint : words.takeFirst
  return state === 'active' && agent !== me ? words.readOnlyHeld(agentName) : words.readOnly
}
