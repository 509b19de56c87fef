import type { PrivacyDetails } from '../../views/office/privacy/details'
import type { Store } from '../store/store'

/** Those of longest ago are not listed; the audit knows them. */
const ROWS = 50
const HOLDS = 500

/** Who was erased, and what must not be. */
export const readPrivacy = async ({ erasures }: Pick<Store, 'erasures'>): Promise<PrivacyDetails> => {
  const [all, holds] = await Promise.all([erasures.newest(ROWS), erasures.held(HOLDS)])
  return {
    erasures: all.map(({ id, at, byName, step, counts, doneAt, problem, digest }) => ({
      ...{ id, at, byName, step, counts, doneAt, digest, failed: problem !== '' },
    })),
    holds: holds.map(({ object, reason, byName, at }) => ({ object, reason, byName, at })),
    foreseen: null,
  }
}
