import type { ConversationEvent } from '../../../actors/conversation/events'
import { type Table, testTable } from '../cells'
import { events, type Name, reach, type State } from './events'

type Row = Partial<Record<Name, string>>

/** Who comes too late is told so, and is free again. */
const amirIsLate: Row = {
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
const absorbs: Row = { 'the lamp goes on in it': '= | noticed absorbed' }

/** Words that are only kept in mind: mail that is still on its way may speak of less. */
const heard: Row = {
  ...absorbs,
  'the desk finds lines nobody wrote': '=',
  'Ana passes on what rings at her': '=',
  'Amir passes on another offer': '=',
  'Ana gives it back': '=',
  'Amir gives it back, heard early': '=',
}

/** Whatever the conversation does. */
const beside: Row = {
  'Amir notes': '= | noted',
  'Olga whispers': '= | whispered',
  'Amir tags it': '=',
}

const given = '= | noticed transferring, amir offered'

const waiting = (patience: string): Row => ({
  ...beside,
  ...amirIsLate,
  ...heard,
  'Vera says': '= | said',
  'Vera ends it': `closed.unrated | noticed closed, sales left, vera finished${patience}`,
  'Olga ends it': `closed.unrated | noticed closed, sales left, vera finished${patience}`,
  'Olga merges it into the chair': `closed.unrated | noticed merged, sales left, vera finished, chair absorbed, vera moved${patience}`,
  'Olga gives it to Amir': given,
  'Olga gives it to support': `waiting.inLine | noticed transferred, sales left, support queued, patience runs`,
  'rings at Amir, by a newer offer': `offered | accept runs${patience}`,
  'rings at Ana, by a newer offer': `offered | accept runs${patience}`,
  'rings at Ana, heard late': `offered | accept runs${patience}`,
  'Amir accepts a newer offer': `${taken}, sales left${patience}`,
  'Ana accepts what rings at her': `${taken}, sales left${patience}`,
  'Amir takes it': `${taken}, sales left${patience}`,
  'Ana takes it again': `${taken}, sales left${patience}`,
  // They took it and gave it back; the line was told that they took it.
  'Ana gives it back': '= | sales offerExpired',
  'Amir gives it back, heard early': '= | sales offerExpired',
})
const taken = 'active.awaitingAgent + steady | noticed assigned'

/** While somebody holds it; `clocks` are those that stop when nobody does any longer. */
const active = (clocks: string): Row => {
  const over = `closed.unrated | noticed closed, ana freed, vera finished${clocks}`
  const back = 'waiting.inLine | noticed requeued, sales queued'
  return {
    ...beside,
    ...amirIsLate,
    ...heard,
    'Vera has seen line 2': '=',
    'Vera ends it': over,
    'Ana ends it': over,
    'Olga ends it': over,
    'Olga merges it into the chair': `closed.unrated | noticed merged, ana freed, vera finished, chair absorbed, vera moved${clocks}`,
    'Olga gives it to support': `waiting.inLine | noticed transferred, ana freed, support queued, patience runs${clocks}`,
    'Ana hands it to support': `waiting.inLine | noticed transferred, ana freed, support queued, patience runs${clocks}`,
    'Amir takes it': '= | amir freed',
    'Ana takes it again': '=',
    'Ana gives it back': `${back}, patience runs${clocks}`,
    // Mail crossed: what she says of another holding means that this one is over.
    'rings at Ana, by a newer offer': `${back}, ana freed, patience runs${clocks}`,
    'Ana passes on what rings at her': `${back}, ana freed, patience runs${clocks}`,
  }
}

const steady = (turn: string): Row => ({
  'Ana hands it to Amir': `active.${turn} + handing | noticed transferring, amir offered, accept runs`,
  'Olga gives it to Amir': `active.${turn} + handing | noticed transferring, amir offered, accept runs`,
  'Olga takes it over': '= | noticed assigned, ana freed',
})

const handing = (turn: string): Row => {
  const stays = `active.${turn} + steady | noticed stayed, accept stops`
  return {
    'Amir takes what was handed to them': `active.${turn} + steady | noticed transferred, ana freed, accept stops`,
    'Olga takes it over': `active.${turn} + steady | noticed assigned, ana freed, accept stops`,
    'Amir cannot take what was handed to them': stays,
    'Amir gives it back, heard early': stays,
    'the hand-over runs out': stays,
  }
}

const awaitingAgent = (hands: string): Row => ({
  'Vera says': '= | said',
  'Ana says': `active.awaitingVisitor + ${hands} | said, silence runs`,
})

const awaitingVisitor = (hands: string): Row => ({
  'Vera says': `active.awaitingAgent + ${hands} | said, silence stops`,
  'Ana says': '= | said, silence runs',
})

const silence = (clocks: string): Row => ({
  'Vera is silent': `closed.unrated | noticed closed, ana freed, vera finished${clocks}`,
})

const closed: Row = {
  'Olga merges it into the chair': '= | noticed merged, chair absorbed, vera moved',
  ...beside,
  ...amirIsLate,
  ...heard,
  'Vera has seen line 2': '=',
  'Vera reopens it':
    'waiting.inLine | noticed reopened, vera recalled, sales queued, patience runs',
  'rings at Ana, by a newer offer': '= | ana freed',
  'Amir takes it': 'active.awaitingAgent + steady | noticed reopened, vera recalled',
  'Ana takes it again': 'active.awaitingAgent + steady | noticed reopened, vera recalled',
}

const table: Table<State, Name> = {
  unopened: {
    ...amirIsLate,
    ...heard,
    'Vera opens it': 'waiting.inLine | said, sales queued, patience runs',
    'rings at Ana, by a newer offer': '= | ana freed',
    'rings at Ana, heard late': '= | ana freed',
    'Ana accepts what rings at her': '= | ana freed',
    'Amir takes it': '= | amir freed',
    'Ana takes it again': '= | ana freed',
  },
  'waiting.inLine': {
    ...waiting(', patience stops'),
    'nobody is on duty': 'waiting.left | noticed unattended, patience stops',
    'patience runs out': 'waiting.left | noticed unattended, patience stops',
  },
  'waiting.left': {
    ...waiting(''),
    'Vera has seen line 2': '=',
  },
  offered: {
    ...beside,
    'the desk finds lines nobody wrote': '=',
    ...amirIsLate,
    'Vera says': '= | said',
    ...absorbs,
    'Olga merges it into the chair':
      'closed.unrated | noticed merged, ana freed, sales left, vera finished, chair absorbed, vera moved, accept stops',
    'Olga ends it':
      'closed.unrated | noticed closed, ana freed, sales left, vera finished, accept stops',
    'Olga gives it to Amir': given,
    'Olga gives it to support':
      'waiting.inLine | noticed transferred, ana freed, sales left, support queued, patience runs, accept stops',
    'Vera ends it':
      'closed.unrated | noticed closed, ana freed, sales left, vera finished, accept stops',
    'rings at Amir, by a newer offer': '= | ana freed, accept runs',
    'rings at Ana, by a newer offer': '= | ana freed, accept runs',
    'Ana accepts what rings at her': `${taken}, sales left, accept stops`,
    'Amir accepts a newer offer': `${taken}, ana freed, sales left, accept stops`,
    'Amir takes it': `${taken}, ana freed, sales left, accept stops`,
    'Ana takes it again': `${taken}, ana freed, sales left, accept stops`,
    'Ana passes on what rings at her':
      'waiting.inLine | noticed passed, patience runs, accept stops',
    'Amir passes on another offer': '=',
    'Ana gives it back':
      'waiting.inLine | noticed passed, sales offerExpired, patience runs, accept stops',
    'Amir gives it back, heard early': '= | sales offerExpired',
    'the offer runs out':
      'waiting.inLine | noticed passed, ana freed, sales offerExpired, patience runs, accept stops',
  },
  'active.awaitingAgent + steady': {
    ...active(''),
    ...awaitingAgent('steady'),
    ...steady('awaitingAgent'),
  },
  'active.awaitingAgent + handing': {
    ...active(', accept stops'),
    ...awaitingAgent('handing'),
    ...handing('awaitingAgent'),
  },
  'active.awaitingVisitor + steady': {
    ...active(', silence stops'),
    ...awaitingVisitor('steady'),
    ...silence(', silence stops'),
    ...steady('awaitingVisitor'),
  },
  'active.awaitingVisitor + handing': {
    ...active(', accept stops, silence stops'),
    ...awaitingVisitor('handing'),
    ...silence(', accept stops, silence stops'),
    ...handing('awaitingVisitor'),
  },
  'closed.unrated': {
    ...closed,
    'Vera rates it': 'closed.rated | noticed rated',
    'Vera rates it otherwise': 'closed.rated | noticed rated',
    'Vera adds words': 'closed.rated | noticed rated',
  },
  'closed.rated': {
    ...closed,
    'Vera rates it otherwise': '= | noticed rated',
    'Vera adds words': '= | noticed rated',
  },
}

const types: Record<ConversationEvent['type'], true> = {
  ...{ opened: true, said: true, seen: true, ended: true, rated: true, reopened: true },
  ...{ handed: true, offered: true, assigned: true, passed: true, returned: true },
  ...{ merged: true, absorbed: true, unmerged: true, parted: true },
  ...{ unattended: true, noted: true, whispered: true, tagged: true, mended: true },
}

testTable({ kind: 'conversation', reach, events, types, table })
