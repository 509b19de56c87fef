import type { Child } from 'hono/jsx'
import type { ConversationRow } from '../../actors/summary'
import type { Part } from '../part'
import type { Language } from '../words/language'
import type { Rights } from './verbs'

/** What a part of one aspect is drawn from. */
export type AspectProps = { language: Language; conversation: ConversationRow; rights: Rights }

/** How something that colleagues do beside the talk is shown. */
export type AspectView = {
  /** Above the transcript. */
  part?: Part<AspectProps>
  /** On its row in the lists. */
  chips?(row: ConversationRow, language: Language): Child[]
}
