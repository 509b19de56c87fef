import type { Child } from 'hono/jsx'
import type { ConversationRow } from '../../actors/summary'
import type { PageContext } from '../page-context'
import type { Part } from '../part'
import type { Rights } from './verbs'

/** Whose clock and language what is said of an aspect is told in. */
export type AspectReader = Pick<PageContext, 'language' | 'now' | 'zone'>

/** What a part of one aspect is drawn from. */
export type AspectProps = AspectReader & {
  conversation: ConversationRow
  rights: Rights
  /** Newest line of the page. */
  seq: number
}

/** How something that colleagues do beside the talk is shown. */
export type AspectView = {
  /** Above the transcript. */
  part?: Part<AspectProps>
  /** On its row in the lists. */
  chips?(row: ConversationRow, reader: AspectReader): Child[]
}
