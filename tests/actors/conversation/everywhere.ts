import type { ConversationEvent } from '../../../actors/conversation/events'
import type { Name } from './events'

export type Row = Partial<Record<Name, string>>

/** Who comes too late is told so, and is free again. */
export const amirIsLate: Row = {
  'rings at Amir, by a newer offer': '= | amir freed',
  'rings at Amir, by an offer that is over': '= | amir freed',
  'rings at Amir, for an earlier visit': '= | amir freed',
  'Amir accepts a newer offer': '= | amir freed',
  'Amir accepts for an earlier visit': '= | amir freed',
  'Amir takes what was handed to them': '= | amir freed',
  'Amir takes what Olga gave them': '= | amir freed',
  'Olga takes it over': '= | olga freed',
}

/** Whatever state it is in, once it has begun. */
export const absorbs: Row = { 'the lamp goes on in it': '= | noticed absorbed' }

/** Words that are only kept in mind: mail that is still on its way may speak of less. */
export const heard: Row = {
  ...absorbs,
  'the desk finds lines nobody wrote': '=',
  'Ana passes on what rings at her': '=',
  'Amir passes on another offer': '=',
  'Ana gives it back': '=',
  'Amir gives it back, heard early': '=',
}

/** Whatever the conversation does. */
export const beside: Row = {
  'Vera proves who she is': '=',
  'Amir notes': '= | noted',
  'Olga whispers': '= | whispered',
  'Amir tags it': '=',
  'Vera goes by another name': '=',
  'Vera is known as a VIP': '=',
  'Amir takes back his note': '= | withdrawn',
  'Vera has taken it back where it went on': '= | withdrawn',
  'Amir notes by a macro': '= | noticed ran, noted',
  'Amir calls it urgent': '= | noticed prioritized',
}

/** Its line goes by these while it waits. */
export const besideInLine: Row = {
  ...beside,
  'Vera is known as a VIP': '= | sales wantsChanged',
  'Amir tags it': '= | sales wantsChanged',
  'Amir calls it urgent': '= | noticed prioritized, sales wantsChanged',
}

/** What was said may be changed until it ends. */
export const changes: Row = {
  'Vera says it otherwise': '= | revised',
  'Vera takes it back': '= | withdrawn',
  'Vera reacts': '= | reaction',
}

/** Nobody is needed while it is put off: it stays hers, though she has no place for it any more. */
export const loosens: Row = { 'Ana gives it back': '=' }

/** What is filled in at its end, as that leads to it, and after it. */
export const wrapsUp = {
  active: (over: string): Row => ({
    'Ana ends it, and says why': over.replace('closed,', 'closed, wrapUp,'),
    'Ana ends it, and says nothing': over.replace('closed,', 'closed, noticed notWrappedUp,'),
  }),
  closed: {
    'Amir says why it was': '= | wrapUp',
    'nobody said why it was': '= | noticed notWrappedUp',
  },
}

/** Every event there is: the tables have one of each. */
export const types: Record<ConversationEvent['type'], true> = {
  ...{ opened: true, said: true, seen: true, ended: true, rated: true, reopened: true },
  ...{ handed: true, offered: true, assigned: true, passed: true, returned: true },
  ...{ 'due.sla': true, 'due.silence': true },
  ...{ merged: true, absorbed: true, unmerged: true, parted: true, whispered: true },
  ...{ unattended: true, noted: true, tagged: true, mended: true, imported: true },
  ...{ prioritized: true, snoozed: true, split: true, unsplit: true, branched: true },
  ...{ revised: true, withdrawn: true, reacted: true },
  ...{ ran: true, claimed: true, visitorNamed: true, waitedOn: true, leftMessage: true },
  ...{ overflowed: true, visitorKnown: true },
  ...{ wrappedUp: true, wrapUpMissed: true, branchedOff: true, echoed: true },
}
