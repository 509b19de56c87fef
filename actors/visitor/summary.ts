import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Derive } from '../logic'
import type { VisitorContext } from './context'
import type { Invitation } from './invitation'

type State = { value: unknown; context: VisitorContext }

/** A visitor in the lists. */
export type VisitorRow = {
  id: string
  name: string
  email: string
  language: string
  /** The open conversation, or the last one; null before the first. */
  conversation: string | null
  talking: boolean
  /** What became of the newest invitation; null for who was never asked. */
  invitation: Invitation['answer'] | null
  company: string
  tags: readonly string[]
  /** Colleagues want them to stand first. */
  pinned: boolean
  /** The visitor they are one with; null where they are themselves. */
  mergedInto: string | null
}

export const summarizeVisitor = ({ value, context }: State): VisitorRow => ({
  id: context.id,
  name: context.name,
  email: context.email,
  language: context.language,
  conversation: context.conversation,
  talking: value === 'talking',
  invitation: context.invitation?.answer ?? null,
  company: context.profile.company,
  tags: context.profile.tags,
  pinned: context.pinned,
  mergedInto: context.mergedInto,
})

export const deriveVisitorEffects: Derive<VisitorContext> = (_before, after, effects) => [
  ...effects,
  {
    do: 'announce',
    fact: { topic: addressOf('visitor', after.context.id), what: 'state' },
  } satisfies Effect,
]
