import type { VisitorEvent } from '../../../actors/visitor/events'
import { type Table, testTable } from '../cells'
import { events, type Name, reach, type State } from './events'

const asks = {
  asks: 'talking',
  'asks again': 'talking',
  'asks again, knowing that the lamp is over': 'talking',
  'asks again, knowing that another is over': 'talking',
}

const table: Table<State, Name> = {
  away: asks,
  here: {
    ...asks,
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
    'asks again, knowing that the lamp is over': '=',
    'hears that the lamp is over': 'here',
    'hears that another is over': '=',
    'is called back to the lamp': '=',
    'is called back to another': '=',
  },
}

const types: Record<VisitorEvent['type'], true> = {
  ...{ asked: true, resumed: true, finished: true, recalled: true },
}

testTable({ kind: 'visitor', reach, events, types, table })
