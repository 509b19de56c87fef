import type { DepartmentEvent } from '../../../actors/department/events'
import { type Table, testTable } from '../cells'
import { events, found, type Name, reach, reads, type State } from './events'

type Row = Partial<Record<Name, string>>

const given = 'chooses ana for lamp'
const toAmir = 'keeps floor amir, chooses amir for lamp'

/** In both states; `calm` is where it goes when nothing that was passed on waits, and how. */
const open = (calm: string, stops: string): Row => {
  const then = (...follows: string[]) =>
    [calm, follows.filter((one) => one !== '').join(', ')].filter((one) => one !== '').join(' | ')
  return {
    'is set up anew': '=',
    'is renamed': '=',
    'is removed': '=',
    'opens or shuts': then(stops, 'hours stops'),
    'the lamp comes, Ana is free': then(
      'ana offered',
      stops,
      `keeps line lamp, keeps floor ana, ${given}`,
    ),
    'the lamp comes, Ana is full': then(stops, 'keeps line lamp'),
    'the lamp comes, nobody is on duty': then('lamp unattended', stops, 'keeps line lamp'),
    // She may be back before her grace has passed, and is away after that.
    'the lamp comes, Ana is ready and out of reach': then(stops, 'keeps line lamp'),
    'the lamp comes, Ana may not reply': then('lamp unattended', stops, 'keeps line lamp'),
    'the lamp comes, its next visit stands already': '=',
    'the lamp becomes urgent, Ana is full': then(stops, 'keeps line lamp'),
    'the lamp becomes urgent before it comes': '=',
    'is asked to have the desk, Ana is full': '= | desk overflowed',
    'is asked to have the desk, nobody is on duty': '=',
    'somebody is there for them elsewhere': then(stops),
    'somebody has waited long': then(stops),
    'the lamp leaves': then(stops, 'drops line lamp'),
    'the lamp leaves and has not come': '=',
    'Ana comes free, the lamp waits': then(
      'ana offered',
      stops,
      `keeps floor ana, keeps line lamp, ${given}`,
    ),
    'Ana comes free, nobody waits': then(stops, 'keeps floor ana'),
    'Ana has left the floor': then(stops, 'drops floor ana'),
    'Ana was free a while ago': then(stops),
    'Ana took the lamp': then(stops, 'keeps floor ana'),
    'the lamp rings at Ana': then(stops, 'keeps floor ana'),
    'Ana had no room for the lamp': then(stops, 'keeps floor ana, keeps line lamp'),
    'Ana declined an earlier offer': then(stops, 'keeps floor ana'),
    'Ana did not answer an earlier offer': then(stops),
    'goes on, the lamp waits for Ana': then(
      'ana offered',
      stops,
      `keeps line lamp, keeps floor ana, ${given}`,
    ),
    'is looked over, nothing is stuck': then(stops),
    'is looked over, the lamp is stuck': then(
      'ana offered',
      stops,
      `keeps line lamp, keeps floor ana, ${given}`,
    ),
  }
}

/** Offered to another, it waits for nobody: there is nothing to ask again. */
const passedOn = (calm: string, stops: string): Row => ({
  'Ana declined the lamp, Amir is free': `${calm} | amir offered${stops}, keeps floor ana, keeps line lamp, ${toAmir}`,
  'Ana did not answer, Amir is free': `${calm} | amir offered${stops}, keeps line lamp, ${toAmir}`,
})

const table: Table<State, Name> = {
  unmade: { 'is made': 'open.calm' },
  'open.calm': {
    ...open('=', ''),
    ...passedOn('=', ''),
    'the lamp comes, Ana has passed on it': 'open.asking | askAgain runs, keeps line lamp',
    'Ana declined the lamp, nobody else is there':
      'open.asking | askAgain runs, keeps floor ana, keeps line lamp',
    'Ana is full, and has passed on the lamp': 'open.asking | askAgain runs, keeps floor ana',
  },
  'open.asking': {
    ...open('open.calm', 'askAgain stops'),
    ...passedOn('open.calm', ', askAgain stops'),
    // The clock that runs goes on: nobody who comes and goes puts it off.
    'the lamp comes, Ana has passed on it': '= | keeps line lamp',
    'Ana declined the lamp, nobody else is there': '= | keeps floor ana, keeps line lamp',
    'Ana is full, and has passed on the lamp': '= | keeps floor ana',
    'asks again': `open.calm | ana offered, askAgain stops, keeps line lamp, keeps floor ana, ${given}`,
  },
}

const types: Record<DepartmentEvent['type'], true> = {
  ...{ created: true, configured: true, renamed: true, removed: true, restored: true },
  ...{ queued: true, left: true, reported: true, offerAnswered: true },
  ...{ offerExpired: true, continued: true, swept: true, endedBySilence: true },
  ...{ 'due.hours': true, 'due.line': true, wantsChanged: true, overflowAsked: true },
  overflowOpened: true,
}

testTable({ kind: 'department', reach, found, events, reads, types, table })
