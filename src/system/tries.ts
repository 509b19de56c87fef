import type { Address } from '../../actors/address'
import type { Clock } from '../clock'
import { backOff } from '../retry'
import { Unavailable } from '../store/unavailable'

/** More losses than this against other nodes means that something else is wrong. */
export const TURN_TRIES = 40
/** Longest pause before the second retry and those after it, ms; before the first there is none. */
const pauseMs = backOff(2, 50)

/** Two nodes that want the same version step aside for each other. */
export const pause = (clock: Clock, tries: number) =>
  clock.sleep(tries === 0 ? 0 : clock.chance() * pauseMs(tries - 1))

export const lostAll = (address: Address) =>
  new Unavailable(`no turn for ${address} in ${TURN_TRIES} tries`)
