import type { Row } from './everywhere'

/** While somebody holds it. */
export const putOff = (hands: string, clock: string): Row => ({
  'Ana snoozes it for an hour': `active.snoozed.untilTime + ${hands} | noticed snoozed, ana putOff, snooze runs${clock}`,
  'Ana snoozes it till an answer': `active.snoozed.untilReply + ${hands} | noticed snoozed, ana putOff${clock}`,
})

/** Put off until an hour from now, or until an answer; `clock` stops when it is no more. */
export const snoozed = (until: 'untilTime' | 'untilReply', hands: string): Row => {
  const clock = until === 'untilTime' ? ', snooze stops' : ''
  const other = until === 'untilTime' ? 'untilReply' : 'untilTime'
  const runs = other === 'untilTime' ? ', snooze runs' : ''
  const otherEvent =
    other === 'untilTime' ? 'Ana snoozes it for an hour' : 'Ana snoozes it till an answer'
  return {
    'Ana answers by a macro': '= | noticed ran, said',
    'Vera says': `active.awaitingAgent + ${hands} | noticed woke, said, ana putOff${clock}`,
    // Another holding of theirs, which is put off as the one before was.
    'Ana takes it again': '= | ana putOff',
    // Their answer is no reason to have it before them again.
    'Ana says': '= | said',
    // Nobody is held to be silent meanwhile.
    'Vera is silent': '=',
    [otherEvent]: `active.snoozed.${other} + ${hands} | noticed snoozed${runs}${clock}`,
    'Ana ends the snooze': `active.awaitingVisitor + ${hands} | noticed woke, ana putOff${clock}`,
    ...(until === 'untilTime'
      ? {
          'the snooze is over': `active.awaitingVisitor + ${hands} | noticed woke, ana putOff${clock}`,
        }
      : {}),
  }
}
