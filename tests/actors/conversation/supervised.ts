import { absorbs, type Row } from './everywhere'

/** What Olga does with what she does not hold, by where it stands. */
const goesOn = 'chair absorbed, vera moved'
const given = '= | noticed transferring, amir offered'
const moved = 'sales left, support queued, patience runs'

export const waiting = (patience: string): Row => ({
  'Olga ends it': `closed.unrated | noticed closed, sales left, vera finished${patience}`,
  'Olga merges it into the chair': `closed.unrated | noticed merged, sales left, vera finished, ${goesOn}${patience}`,
  'Olga gives it to Amir': given,
  'Olga gives it to support': `waiting.inLine | noticed transferred, ${moved}`,
})

/** One that waits for long has a second line, at which it can be split. */
export const left: Row = {
  'Olga splits it at its second line':
    'closed.unrated | noticed split, sales left, vera finished, chair branched',
}

export const closed: Row = {
  'Olga splits it at its second line': '= | noticed split, chair branched',
  'Olga merges it into the chair': '= | noticed merged, chair absorbed, vera moved',
}

export const unopened: Row = {
  'it begins with lines of the lamp':
    'waiting.inLine | noticed branched, lamp branchedOff, vera moved, sales queued, ana offered, patience runs',
}

export const offered: Row = {
  ...absorbs,
  'Olga ends it':
    'closed.unrated | noticed closed, ana freed, sales left, vera finished, accept stops',
  'Olga merges it into the chair': `closed.unrated | noticed merged, ana freed, sales left, vera finished, ${goesOn}, accept stops`,
  'Olga gives it to Amir': given,
  'Olga gives it to support': `waiting.inLine | noticed transferred, ana freed, ${moved}, accept stops`,
}

export const active = (clocks: string): Row => ({
  'Olga ends it': `closed.unrated | noticed closed, ana freed, vera finished${clocks}`,
  'Olga merges it into the chair': `closed.unrated | noticed merged, ana freed, vera finished, ${goesOn}${clocks}`,
  'Olga splits it at its second line': `closed.unrated | noticed split, ana freed, vera finished, chair branched${clocks}`,
  'Olga gives it to support': `waiting.inLine | noticed transferred, ana freed, support queued, patience runs${clocks}`,
})

const taken = 'noticed assigned, ana freed'
/** Whoever takes it has it before them at once, though it was put off. */
const clockOf = (turn: string) => (turn === 'snoozed.untilTime' ? ', snooze stops' : '')
const awake = (turn: string) => (turn.startsWith('snoozed') ? 'awaitingAgent' : turn)

export const steady = (turn: string): Row => ({
  'Olga gives it to Amir': `active.${turn} + handing | noticed transferring, amir offered, accept runs`,
  'Olga takes it over': turn.startsWith('snoozed')
    ? `active.awaitingAgent + steady | ${taken}${clockOf(turn)}`
    : `= | ${taken}`,
})

export const handing = (turn: string): Row => ({
  'Olga takes it over': `active.${awake(turn)} + steady | ${taken}, accept stops${clockOf(turn)}`,
})
