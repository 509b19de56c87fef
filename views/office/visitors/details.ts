import type { Block } from '../../../actors/block'
import type { Profile } from '../../../actors/visitor/profile'
import type { VisitorRow } from '../../../actors/visitor/summary'
import type { Visit } from '../../../actors/visitor/visit'
import type { OfficeContext } from '../context'
import type { ConversationLine } from '../conversations/list'

/** Who became one with them, or whom they are one with. */
export type MergeLine = {
  id: string
  from: string
  into: string
  at: number
  byName: string
  undoneAt: number | null
  /** Of who went. */
  name: string
  /** It can be taken back yet. */
  canPart: boolean
}

/** To what they agreed, and when: the words of that version, in the language they read. */
export type ConsentLine = {
  conversation: string
  at: number
  version: number
  language: string
  /** Whose form it was in; empty for that of the whole desk. */
  department: string
  /** Empty where the text is no more. */
  text: string
}

export type VisitorDetails = {
  row: VisitorRow
  profile: Profile
  subject: string
  fromSite: Readonly<Record<string, string>>
  visit: Visit | null
  conversations: readonly ConversationLine[]
  blocks: readonly (Block & { inForce: boolean })[]
  merges: readonly MergeLine[]
  consents: readonly ConsentLine[]
  /** What the form of what is known was made from. */
  version: string
  /** What the form of one attribute more was made from. */
  attributesVersion: string
}

export type VisitorProps = OfficeContext & { details: VisitorDetails }
