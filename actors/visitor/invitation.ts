import { REFUSAL_MS } from '../limits'

/** Code points of what an invitation says. */
export const INVITATION_POINTS = 300

/** Somebody who is on the site was asked whether they want to chat. */
export type Invitation = {
  id: string
  at: number
  text: string
  /** Who asks; null for the desk itself, by the trigger that it names. */
  agent: string | null
  agentName: string
  trigger: string | null
  answer: 'none' | 'accepted' | 'declined'
}

/** Triggers that have invited somebody, of whom it is remembered; the oldest is forgotten first. */
const TRIGGERS = 100

/** What a visitor remembers of being asked. */
type Asked = {
  invitation: Invitation | null
  triggers: readonly string[]
  declinedAt: number | null
}

/** Whether one that was declined is not so long ago that they may be asked again. */
export const hasDeclined = ({ declinedAt }: Pick<Asked, 'declinedAt'>, at: number): boolean =>
  declinedAt !== null && at < declinedAt + REFUSAL_MS

/** Whether they may be asked now: a trigger asks once, and not while they are asked already. */
export const mayBeInvited = (
  context: Asked,
  { at, trigger }: { at: number; trigger: string | null },
): boolean =>
  !hasDeclined(context, at) &&
  (trigger === null ||
    (!context.triggers.includes(trigger) && context.invitation?.answer !== 'none'))

/** The triggers that have invited them, with this one. */
export const withTrigger = (
  triggers: readonly string[],
  trigger: string | null,
): readonly string[] => (trigger === null ? triggers : [...triggers, trigger].slice(-TRIGGERS))
