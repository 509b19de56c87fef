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

/** One that somebody has in hand, by their lease, until a time, ms UTC. */
export type TakenMessage = ScheduledMessage & { lease: string; leasedUntil: number }

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
  /** Takes the one in hand that is due first, until a time; undefined when none is free. */
  take(now: number, until: number): Promise<TakenMessage | undefined>
  /** When the next is due, or comes back that was in hand, ms UTC; null when there is none. */
  nextDue(now: number): Promise<number | null>
  /**
   * It stays where it is until its author says otherwise, and is in nobody's hands. Nothing becomes of
   * it when another than this lease has it in hand at `now`.
   */
  hold(
    message: Pick<ScheduledMessage, 'conversation' | 'clientId'> & { lease?: string },
    why: HeldFor,
    now: number,
  ): Promise<void>
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
  /** Removes some that are held and were due before a time; answers whether there may be more. */
  forget(before: number): Promise<boolean>
}
