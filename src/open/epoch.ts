import { EPOCH, RESTORING } from '../store/dump/marks'
import type { Store } from '../store/store'

/** Of a desk in whose place no backup was ever put. */
const FIRST = '0'

/**
 * Which life of its data a desk has before it. Throws a sentence when a backup was begun to be put
 * there, and not all of it arrived.
 */
export const epochOf = async ({ accounts }: Pick<Store, 'accounts'>): Promise<string> => {
  if ((await accounts.setting(RESTORING)) !== undefined)
    throw new Error('A restore into this database was not finished: run it again')
  return (await accounts.setting(EPOCH)) ?? FIRST
}
