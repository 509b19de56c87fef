/** Why a message does not go: its visitor wrote first, a colleague holds the talk now, it has ended. */
export type HeldFor = 'visitor' | 'holder' | 'ended' | 'broken'

/** A message that is to be sent at a time. */
export type ScheduledMessage = {
  conversation: string
  clientId: string
  agent: string
  /** Of its author, as its entry will bear it. */
  name: string
  text: string
  answers: string | null
  /** When to send it, ms UTC. */
  dueAt: number
  /** Newest line that was before its author; null where nothing the visitor writes holds it. */
  seq: number | null
  held: HeldFor | ''
}

/**
 * Messages that go later. Whoever sends one takes it in hand for a while first; what is in hand can
 * be neither changed nor cancelled, so that nobody is told that a message did not go which did.
 */
export interface Scheduled {
  /** `taken`: there is one with this client id in the conversation already. */
  add(message: ScheduledMessage): Promise<'done' | 'taken'>
  find(conversation: string, clientId: string): Promise<ScheduledMessage | undefined>
  /** All of a conversation, the next one first. */
  of(conversation: string): Promise<ScheduledMessage[]>
  /** Takes some of those in hand that are due, until a time. */
  take(now: number, until: number, limit: number): Promise<ScheduledMessage[]>
  /** When the next is due, or comes back that was in hand, ms UTC; null when there is none. */
  nextDue(now: number): Promise<number | null>
  /** It stays where it is until its author says otherwise, and is in nobody's hands. */
  hold(conversation: string, clientId: string, why: HeldFor): Promise<void>
  /** It was sent. */
  sent(conversation: string, clientId: string): Promise<void>
  /**
   * Makes of one that was to go at `due` what this says, whoever wrote it before. `gone` when it is in
   * hand, goes at another time by now, or is not there.
   */
  change(
    message: Omit<ScheduledMessage, 'held'>,
    due: number,
    now: number,
  ): Promise<'done' | 'gone'>
  /**
   * Puts its words behind those of the draft that somebody has in its conversation, and takes it away,
   * once. `gone` when it is in hand or not there.
   */
  cancel(
    conversation: string,
    clientId: string,
    agent: string,
    now: number,
  ): Promise<'done' | 'gone'>
}
