import { nameOf } from '../../actors/chart/event-name'
import type { Turn } from '../../actors/turn'
import type { StepLine } from '../../views/office/statechart/moment'

/** What a turn asked for, in the order a reader wants it: lines, mail, clocks, rows. */
export const stepsOf = (turn: Turn): StepLine[] => [
  ...turn.entries.map(({ seq, body }): StepLine => ({ does: 'append', seq, body: body.kind })),
  ...turn.mail.flatMap(({ timer, to, event }): StepLine[] =>
    timer === null ? [{ does: 'tell', to, event: nameOf(event.type) }] : [],
  ),
  ...turn.mail.flatMap(({ timer, event, dueAt }): StepLine[] =>
    timer === null ? [] : [{ does: 'arm', delay: nameOf(event.type), dueAt }],
  ),
  ...turn.cancels.map((timer): StepLine => ({ does: 'stop', delay: delayOf(timer) })),
  ...turn.keeps.map((row): StepLine => ({ does: 'keep', what: row.in })),
  ...turn.drops.map((key): StepLine => ({ does: 'drop', what: key.in })),
  ...turn.decisions.map((): StepLine => ({ does: 'decide', what: 'decision' })),
]

/** The delay of a slot, `<address>/xstate.after.patience.…`. */
const delayOf = (timer: string): string => nameOf(timer.slice(timer.indexOf('/') + 1))
