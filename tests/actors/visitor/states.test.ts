import type { VisitorEvent } from '../../../actors/visitor/events'
import { type Table, testTable } from '../cells'
import { events, type Name, reach, type State } from './events'

const asks = {
  asks: 'talking',
  'asks again': 'talking',
  'asks again, knowing that the lamp is over': 'talking',
  'asks again, knowing that another is over': 'talking',
}

const known = {
  'is proven to be a customer': '=',
  'is proven to be another': '=',
  'is reported of': '=',
}

/** Whatever a colleague knows of them. */
const described = { 'is written down of': '=', 'goes by another name': '=' }

/** The conversation they have, or had, hears what they are called. */
const named = {
  ...{ ...known, ...described },
  'is proven to be a customer': '= | lamp visitorNamed',
  'is proven to be another': '= | lamp visitorNamed',
  'goes by another name': '= | lamp visitorNamed',
}

const table: Table<State, Name> = {
  away: {
    'is brought in from elsewhere': '=',
    'is erased': '=',
    ...{ ...asks, ...known, ...described },
    'is invited by Ana': '=',
    'takes one that is open': 'talking',
    'takes one that is over': 'here',
    'is one with another who sees none': 'merged',
    'is joined by one with an open one': 'talking',
    'is joined by one with an old one': 'here',
    'is joined by one who never wrote': '=',
    'gives the lamp back': '=',
    'gives another back': '=',
  },
  // All that was theirs is with another: only to be two again is open to them.
  merged: {
    'is erased': 'away',
    ...{ ...known, ...described },
    'is herself again': 'here',
    'is herself again, with an open one': 'talking',
  },
  here: {
    'is erased': 'away',
    'is one with another who sees none': 'merged',
    'is joined by one with an open one': 'talking',
    'is joined by one with an old one': '=',
    'is joined by one who never wrote': '=',
    'gives the lamp back': '=',
    'gives another back': '=',
    ...{ ...asks, ...named },
    'takes one that is open': 'talking',
    'takes one that is over': '=',
    'gives up what is hers': 'away',
    'is invited by Ana': '=',
    'goes on in the chair': 'talking',
    'says where she is reached': '=',
    'resumes the lamp': 'talking',
    'resumes another': 'talking',
    'resumes another, knowing that the lamp is over': 'talking',
    'is called back to the lamp': 'talking',
    'is called back to another': 'talking',
    // Mail crossed: it ended again before she hears that it went on.
    'hears that the lamp is over': '=',
    'hears that another is over': '=',
  },
  // One conversation at a time: whoever asks meanwhile is refused, and so is any other.
  talking: {
    'is erased': 'away',
    'is one with another who sees the lamp': 'merged',
    'is joined by one with an old one': '=',
    'is joined by one who never wrote': '=',
    'gives the lamp back': 'here',
    'gives another back': '=',
    'resumes another, knowing that the lamp is over': '=',
    'takes one that is open': '=',
    'takes one that is over': '=',
    'gives up what is hers': 'away',
    ...named,
    'goes on in the chair': '=',
    'says where she is reached': '=',
    'asks again, knowing that the lamp is over': '=',
    'hears that the lamp is over': 'here',
    'hears that another is over': '=',
    'is called back to the lamp': '=',
    'is called back to another': '=',
  },
}

const types: Record<VisitorEvent['type'], true> = {
  ...{ asked: true, resumed: true, finished: true, recalled: true, moved: true },
  introduced: true,
  ...{ identified: true, reported: true, took: true, gaveUp: true, erased: true },
  ...{ joined: true, welcomed: true, separated: true, released: true },
  ...{ described: true, invited: true, declined: true, imported: true },
}

testTable({ kind: 'visitor', reach, events, types, table })
