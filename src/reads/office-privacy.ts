import { type PrivacyDetails, privacyGroups } from '../../views/office/privacy/details'
import type { Store } from '../store/store'
import { readDeskGroup } from './office-desk'

/** Those of longest ago are not listed; the audit knows them. */
const ROWS = 50
const HOLDS = 500

/** Who was erased, what must not be, and how long the rest is kept. */
export const readPrivacy = async (
  store: Store,
  expired: PrivacyDetails['expired'],
): Promise<PrivacyDetails> => {
  const { erasures } = store
  const [all, holds] = await Promise.all([erasures.newest(ROWS), erasures.held(HOLDS)])
  const groups = await Promise.all(
    privacyGroups.map(async (group) => [group, await readDeskGroup(store, group)] as const),
  )
  return {
    groups: Object.fromEntries(groups) as PrivacyDetails['groups'],
    expired,
    erasures: all.map(({ id, at, byName, step, counts, doneAt, problem, digest }) => ({
      ...{ id, at, byName, step, counts, doneAt, digest, failed: problem !== '' },
    })),
    holds: holds.map(({ object, reason, byName, at }) => ({ object, reason, byName, at })),
    foreseen: null,
  }
}
