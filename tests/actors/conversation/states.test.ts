import { type Table, testTable } from '../cells'
import { withCards } from './cards'
import { events, type Name, reach, type State } from './events'
import {
  amirIsLate,
  beside,
  besideInLine,
  changes,
  heard,
  loosens,
  type Row,
  types,
  wrapsUp,
} from './everywhere'
import { putOff, snoozed } from './put-off'
import * as olga from './supervised'

const overflowed = 'noticed overflowed, sales left, orders queued, patience'
const waiting = (patience: string): Row => ({
  ...besideInLine,
  ...changes,
  ...amirIsLate,
  ...heard,
  'Vera says': '= | said',
  'Vera ends it': `closed.unrated | noticed closed, sales left, vera finished${patience}`,
  ...olga.waiting(patience),
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
    ...changes,
    'Ana reacts': '= | reaction',
    ...amirIsLate,
    ...heard,
    'Vera has seen line 2': '=',
    'Vera ends it': over,
    'Ana ends it': over,
    ...wrapsUp.active(over),
    ...olga.active(clocks),
    'Ana ends it by a macro': `closed.unrated | noticed ran, said, noticed closed, ana freed, vera finished${clocks}`,
    'Ana hands it on by a macro': `waiting.inLine | noticed ran, noticed transferred, ana freed, support queued, patience runs${clocks}`,
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
  ...olga.steady(turn),
})

const handing = (turn: string): Row => {
  const stays = `active.${turn} + steady | noticed stayed, accept stops`
  return {
    'Amir takes what was handed to them': `active.${turn} + steady | noticed transferred, ana freed, accept stops`,
    ...olga.handing(turn),
    'Amir cannot take what was handed to them': stays,
    'Amir gives it back, heard early': stays,
    'the hand-over runs out': stays,
  }
}

const awaitingAgent = (hands: string): Row => ({
  ...putOff(hands, ''),
  'Vera says': '= | said',
  'Ana says': `active.awaitingVisitor + ${hands} | said, silence runs`,
  'Ana answers by a macro': `active.awaitingVisitor + ${hands} | noticed ran, said, silence runs`,
})

const awaitingVisitor = (hands: string): Row => ({
  // When it is looked whether she is silent stays where it is.
  ...putOff(hands, ''),
  'Vera says': `active.awaitingAgent + ${hands} | said`,
  'Ana says': '= | said',
  'Ana answers by a macro': '= | noticed ran, said',
})

const silence = (clocks: string): Row => ({
  'Vera is silent': `closed.unrated | noticed closed, ana freed, vera finished, sales endedBySilence${clocks}`,
})

/** The colleague who takes it has it before them at once. */
const snoozedHanding = (until: 'untilTime' | 'untilReply'): Row => {
  const clock = until === 'untilTime' ? ', snooze stops' : ''
  return {
    ...handing(`snoozed.${until}`),
    'Amir takes what was handed to them': `active.awaitingAgent + steady | noticed transferred, ana freed, accept stops${clock}`,
  }
}

const closed: Row = {
  ...olga.closed,
  ...beside,
  ...amirIsLate,
  ...{ ...heard, ...wrapsUp.closed },
  'Vera has seen line 2': '=',
  'Vera reopens it':
    'waiting.inLine | noticed reopened, vera recalled, sales queued, patience runs',
  'rings at Ana, by a newer offer': '= | ana freed',
  'Amir takes it': 'active.awaitingAgent + steady | noticed reopened, vera recalled',
  'Ana takes it again': 'active.awaitingAgent + steady | noticed reopened, vera recalled',
}

const rating = 'closed.rated | noticed rated'
const rated = (then: string): Row => ({
  'Vera rates it otherwise': `${then} | noticed rated`,
  'Vera adds words': `${then} | noticed rated`,
})

const table: Table<State, Name> = {
  unopened: {
    ...amirIsLate,
    ...heard,
    'it comes from elsewhere': 'closed.unrated',
    'it comes from elsewhere, rated': 'closed.rated',
    'Vera opens it': 'waiting.inLine | said, sales queued, patience runs',
    'Vera opens it with a message, nobody being there':
      'waiting.message | noticed greeted, answers, noticed askedFor, said, sales queued, patience stops',
    ...olga.unopened,
    'rings at Ana, by a newer offer': '= | ana freed',
    'rings at Ana, heard late': '= | ana freed',
    'Ana accepts what rings at her': '= | ana freed',
    'Amir takes it': '= | amir freed',
    'Ana takes it again': '= | ana freed',
  },
  'waiting.inLine': {
    ...waiting(', patience stops'),
    'the line of orders has it': `= | ${overflowed} runs`,
    'Vera leaves it at the message':
      'waiting.message | noticed leftMessage, sales wantsChanged, patience stops',
    'nobody is on duty': 'waiting.left | noticed unattended, patience stops',
    'patience runs out': 'waiting.left | noticed unattended, patience stops',
  },
  'waiting.left': {
    ...waiting(''),
    // Somebody is there for them now.
    'the line of orders has it': `waiting.inLine | ${overflowed} runs`,
    ...olga.left,
    'Vera has seen line 2': '=',
    'Vera waits on': 'waiting.inLine | patience runs',
    'Vera leaves it at the message': 'waiting.message | noticed leftMessage, sales wantsChanged',
  },
  'waiting.message': {
    ...waiting(''),
    'the line of orders has it': `= | ${overflowed} stops`,
    ...olga.left,
    'Vera has seen line 2': '=',
  },
  offered: {
    ...besideInLine,
    ...changes,
    'the desk finds lines nobody wrote': '=',
    ...amirIsLate,
    'Vera says': '= | said',
    ...olga.offered,
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
    ...silence(''),
    ...steady('awaitingVisitor'),
  },
  'active.awaitingVisitor + handing': {
    ...active(', accept stops, silence stops'),
    ...awaitingVisitor('handing'),
    ...silence(', accept stops'),
    ...handing('awaitingVisitor'),
  },
  'active.snoozed.untilTime + steady': {
    ...active(', snooze stops, silence stops'),
    ...steady('snoozed.untilTime'),
    ...snoozed('untilTime', 'steady'),
    ...loosens,
  },
  'active.snoozed.untilTime + handing': {
    ...active(', accept stops, snooze stops, silence stops'),
    ...snoozedHanding('untilTime'),
    ...snoozed('untilTime', 'handing'),
  },
  'active.snoozed.untilReply + steady': {
    ...active(', silence stops'),
    ...steady('snoozed.untilReply'),
    ...snoozed('untilReply', 'steady'),
    ...loosens,
  },
  'active.snoozed.untilReply + handing': {
    ...active(', accept stops, silence stops'),
    ...snoozedHanding('untilReply'),
    ...snoozed('untilReply', 'handing'),
  },
  'closed.unrated': { ...closed, ...rated('closed.rated'), 'Vera rates it': rating },
  'closed.rated': { ...closed, ...rated('=') },
}

testTable({ kind: 'conversation', reach, events, types, table: withCards(table) })
