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

const table: Table<State, Name> = {
  away: {
    ...{ ...asks, ...known },
    'takes one that is open': 'talking',
    'takes one that is over': 'here',
  },
  here: {
    ...{ ...asks, ...known },
    'takes one that is open': 'talking',
    'takes one that is over': '=',
    'gives up what is hers': 'away',
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
    'resumes another, knowing that the lamp is over': '=',
    ...known,
    'takes one that is open': '=',
    'takes one that is over': '=',
    'gives up what is hers': 'away',
    'asks again, knowing that the lamp is over': '=',
    'hears that the lamp is over': 'here',
    'hears that another is over': '=',
    'is called back to the lamp': '=',
    'is called back to another': '=',
  },
}

const types: Record<VisitorEvent['type'], true> = {
  ...{ asked: true, resumed: true, finished: true, recalled: true },
  ...{ identified: true, reported: true, took: true, gaveUp: true },
}

testTable({ kind: 'visitor', reach, events, types, table })
