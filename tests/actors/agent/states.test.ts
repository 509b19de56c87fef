import type { AgentEvent } from '../../../actors/agent/events'
import { type Table, testTable } from '../cells'
import { events, type Name, reach, type State } from './events'

type Row = Partial<Record<Name, string>>

/** Not to be had: whoever offers is told so. */
const refuses: Row = {
  'is given the chair': '= | sales offerAnswered',
  'is asked for the chair': '= | sales offerAnswered',
  'is given the lamp': '= | sales offerAnswered',
  'is given the chair by support': '= | support offerAnswered',
  'is handed the chair': '= | chair passed',
}

const office: Row = {
  'may hold two': '=',
  'may hold three': '= | sales reported',
  'loses the right to reply': '= | sales reported',
  'moves to support': '= | support reported, sales reported',
}

const takes: Row = {
  'takes the chair': '= | chair assigned, sales reported',
  'takes the chair over': '= | chair assigned, sales reported',
  'takes the lamp': '= | lamp assigned, sales reported',
}

/** She is told of what is in her hands, and of nothing else. */
const holdsLamp: Row = {
  'hears that the lamp is put off': '= | sales reported',
  'hears that the lamp wakes': '=',
  'is freed of the lamp': '= | sales reported',
  'hears that the lamp is closed': '= | sales reported',
}

const reachable = {
  absent: (duty: string): Row => ({
    'comes through north': `${duty} + present | sales reported, keeps presence north`,
    'comes through south': `${duty} + present | sales reported, keeps presence south`,
  }),
  present: (duty: string): Row => ({
    'comes through south': '= | keeps presence south',
    'is gone from north': `${duty} + grace | sales reported, grace runs, drops presence north`,
  }),
  grace: (duty: string): Row => ({
    'comes through north': `${duty} + present | sales reported, grace stops, keeps presence north`,
    'comes through south': `${duty} + present | sales reported, grace stops, keeps presence south`,
  }),
}
type Reach = keyof typeof reachable

const off = (where: Reach): Row => ({
  ...office,
  ...refuses,
  ...reachable[where]('off'),
  'is disabled': '= | sales reported',
  'says she is ready': `on.free + ${where} | sales reported`,
  pauses: `away + ${where}`,
  'takes the chair over': `away + ${where} | chair assigned, sales reported`,
})

const away = (where: Reach): Row => ({
  ...office,
  ...refuses,
  ...reachable[where]('away'),
  // Away already: for another reason, or for none.
  pauses: '=',
  'says she is ready': `on.free + ${where} | sales reported`,
  'takes the chair': '= | chair assigned, sales reported',
  'takes the chair over': '= | chair assigned, sales reported',
})

const free = (where: Reach): Row => ({
  ...office,
  ...refuses,
  ...reachable[where]('on.free'),
  pauses: `away + ${where} | sales reported`,
})

const freeWithLamp = (where: Reach): Row => ({
  ...free(where),
  'signs off': `off + ${where} | lamp returned, sales reported`,
  'is disabled': `off + ${where} | lamp returned, sales reported`,
  'takes the chair': `on.full + ${where} | chair assigned, sales reported`,
  'takes the chair over': `on.full + ${where} | chair assigned, sales reported`,
  'is freed of the lamp': '= | sales reported',
  'hears that the lamp is closed': `on.wrapUp + ${where} | sales reported, wrapUp runs`,
  'hears that the lamp is put off': '= | sales reported',
  'hears that the lamp wakes': '=',
})

/** The lamp in her hands, the desk ringing. */
const full = (where: Reach): Row => ({
  ...office,
  ...refuses,
  ...reachable[where]('on.full'),
  'may hold three': `on.free + ${where} | sales reported`,
  'loses the right to reply': `on.free + ${where} | desk passed, sales offerAnswered`,
  pauses: `away + ${where} | desk passed, sales offerAnswered`,
  'signs off': `off + ${where} | desk passed, sales offerAnswered, lamp returned`,
  'is disabled': `off + ${where} | desk passed, sales offerAnswered, lamp returned`,
  'accepts the desk': '= | desk assigned, sales offerAnswered',
  'declines the desk': `on.free + ${where} | desk passed, sales offerAnswered`,
  'is freed of the lamp': `on.free + ${where} | sales reported`,
  'hears that the lamp is closed': `on.wrapUp + ${where} | sales reported, wrapUp runs`,
  'is freed of the desk': `on.free + ${where} | sales reported`,
  'hears that the lamp is put off': `on.free + ${where} | sales reported`,
  'hears that the lamp wakes': '=',
})

const rests = (where: Reach): Row => ({
  ...office,
  ...refuses,
  ...takes,
  ...reachable[where]('on.wrapUp'),
  'says she is ready': `on.free + ${where} | sales reported, wrapUp stops`,
  'has rested': `on.free + ${where} | sales reported, wrapUp stops`,
  pauses: `away + ${where} | sales reported, wrapUp stops`,
  'signs off': `off + ${where} | sales reported, wrapUp stops`,
  'is disabled': `off + ${where} | sales reported, wrapUp stops`,
})

/** The desk still rings while she rests. */
const restsWithDesk = (where: Reach): Row => ({
  ...rests(where),
  'loses the right to reply': '= | desk passed, sales offerAnswered',
  pauses: `away + ${where} | desk passed, sales offerAnswered, wrapUp stops`,
  'signs off': `off + ${where} | desk passed, sales offerAnswered, wrapUp stops`,
  'is disabled': `off + ${where} | desk passed, sales offerAnswered, wrapUp stops`,
  'accepts the desk': '= | desk assigned, sales offerAnswered',
  'declines the desk': '= | desk passed, sales offerAnswered',
  'is freed of the desk': '= | sales reported',
})

const table: Table<State, Name> = {
  // Nobody yet: without a place at the desk there is no duty, and no connection counts.
  'off + absent': {
    ...refuses,
    'is hired for two': '= | sales reported',
  },
  'off + present': off('present'),
  'off + grace': { ...off('grace'), 'is out of reach too long': 'off + absent | grace stops' },
  'on.free + absent': {
    ...free('absent'),
    ...takes,
    'signs off': 'off + absent | sales reported',
    'is disabled': 'off + absent | sales reported',
  },
  'on.free + present': {
    ...freeWithLamp('present'),
    'is given the chair': 'on.full + present | chair assigned, sales offerAnswered',
    'is asked for the chair': 'on.full + present | chair offered, sales offerAnswered',
    'is handed the chair': 'on.full + present | chair assigned, sales reported',
  },
  'on.free + grace': {
    ...freeWithLamp('grace'),
    'is out of reach too long': 'away + absent | lamp returned, sales reported, grace stops',
  },
  'on.full + absent': {
    ...office,
    ...refuses,
    ...reachable.absent('on.full'),
    'may hold three': 'on.free + absent | sales reported',
    pauses: 'away + absent | sales reported',
    'signs off': 'off + absent | lamp returned, chair returned, sales reported',
    'is disabled': 'off + absent | lamp returned, chair returned, sales reported',
  },
  'on.full + present': full('present'),
  'on.full + grace': {
    ...full('grace'),
    'is out of reach too long':
      'away + absent | desk passed, sales offerAnswered, lamp returned, grace stops',
  },
  'on.wrapUp + absent': rests('absent'),
  'on.wrapUp + present': restsWithDesk('present'),
  'on.wrapUp + grace': {
    ...restsWithDesk('grace'),
    'is out of reach too long':
      'away + absent | desk passed, sales offerAnswered, grace stops, wrapUp stops',
  },
  'away + absent': {
    ...away('absent'),
    ...takes,
    'signs off': 'off + absent',
    'is disabled': 'off + absent | sales reported',
  },
  'away + present': {
    ...away('present'),
    ...holdsLamp,
    'signs off': 'off + present | lamp returned, sales reported',
    'is disabled': 'off + present | lamp returned, sales reported',
  },
  'away + grace': {
    ...away('grace'),
    ...holdsLamp,
    'signs off': 'off + grace | lamp returned, sales reported',
    'is disabled': 'off + grace | lamp returned, sales reported',
    'is out of reach too long': 'away + absent | lamp returned, sales reported, grace stops',
  },
}

const types: Record<AgentEvent['type'], true> = {
  ...{ hired: true, changed: true, disabled: true, enabled: true },
  ...{ readied: true, paused: true, signedOff: true, appeared: true, vanished: true },
  ...{ accepted: true, declined: true, took: true, offered: true, freed: true, putOff: true },
}

testTable({ kind: 'agent', reach, events, types, table })
