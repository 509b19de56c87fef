import type { Address } from '../../actors/address'
import type { Commit } from './commit'
import { mendingOf } from './mend'
import type { ActorParts } from './parts'
import { pause } from './tries'

/** After so many losses, and again after so many more, it is asked whether there are winners at all. */
const DOUBT_TRIES = 8

/**
 * After a try that was lost: steps aside for whoever won, or makes whole what nobody could win
 * against. Answers whether there is any use in another try; if not, the actor is parked.
 */
export const stepAsideOver =
  ({ store, clock, log, parked }: ActorParts, commit: Commit) =>
  async (address: Address, tries: number): Promise<boolean> => {
    try {
      if (tries % DOUBT_TRIES !== DOUBT_TRIES - 1) {
        await pause(clock, tries)
        return true
      }
      const turn = await mendingOf(store, address, clock.now())
      const mended = turn && (await commit(turn)) === 'done'
      if (mended) log.warn('an actor was behind what it had written', { address })
      return true
    } catch (problem) {
      parked.add(address, 'being mended', problem)
      return false
    }
  }
export type StepAside = ReturnType<typeof stepAsideOver>
