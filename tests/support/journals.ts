import type { Turns } from '../../src/store/ports/turns'
import type { ActorHarness } from './actor-harness'

/** The journals of a harness, as a store would show them: written down and read again. */
export const journalsOf = (
  harness: Pick<ActorHarness, 'actors' | 'journal'>,
): Pick<Turns, 'journal' | 'load' | 'versions'> => {
  const journals = Map.groupBy(harness.journal, ({ address }) => address)
  return {
    load: async (address) => harness.actors.get(address),
    versions: async (addresses) =>
      new Map(
        addresses.flatMap((address) => {
          const stored = harness.actors.get(address)
          return stored ? [[address, stored.version]] : []
        }),
      ),
    journal: async (address, after, limit) =>
      (journals.get(address) ?? [])
        .filter(({ version }) => version > after)
        .slice(0, limit)
        .map(({ version, at, event, rejected }) => ({
          ...{ address, version, at, rejected },
          event: JSON.parse(JSON.stringify(event)),
        })),
  }
}
