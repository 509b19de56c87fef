import type { TakeHindrance } from '../../../actors/agent/rights'
import type { ConversationRow } from '../../../actors/summary'
import { Act } from '../../parts/button'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type JoinProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id' | 'closedAt' | 'offer'>
  rights: Rights
  /** Newest line of the page. */
  seq: number
  /** What keeps the reader from taking it just now, though they may. */
  hindrance: TakeHindrance | null
}

/** What makes the open conversation the reader's, where they will write in it. */
export const Join = ({ conversation: { id, closedAt, offer }, ...props }: JoinProps) => {
  const { language, rights, seq, hindrance } = props
  const words = wordsIn(language).workbench
  if (rights.answerOffer)
    return (
      <div class="join">
        <Act action={paths.workbench.acceptance(id)} offer={offer} tone="primary" icon="check">
          {words.accept}
        </Act>
        <Act action={paths.workbench.refusal(id)} offer={offer}>
          {words.decline}
        </Act>
      </div>
    )
  if (!rights.take || hindrance !== null) return null
  return (
    <div class="join">
      <Act
        action={paths.workbench.claim(id)}
        seq={seq}
        tone={closedAt === null ? 'primary' : 'plain'}
        icon={closedAt === null ? 'hand' : 'rotateCcw'}
      >
        {closedAt === null ? words.take : words.reopen}
      </Act>
    </div>
  )
}
