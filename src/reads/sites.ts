import { IDENTITY_SECRET, SITES, type Sites, sitesIn } from '../../actors/sites'
import type { SitesDetails } from '../../views/office/sites'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import { versionOf } from './editable'
import { type TtlMemo, ttlMemo } from './ttl-memo'

/** Whose pages may hold the chat: asked with every page in a frame, so kept for a few seconds. */
export const sitesMemo = (store: Store, clock: Clock): TtlMemo<Sites> =>
  ttlMemo(clock, () => readSites(store))

const readSites = async ({ accounts }: Store): Promise<Sites> =>
  sitesIn(await accounts.setting(SITES))

/** The same for the office, with what its form is made from. */
export const readOfficeSites = async (store: Store): Promise<SitesDetails> => {
  const [sites, secret] = await Promise.all([
    readSites(store),
    store.accounts.setting(IDENTITY_SECRET),
  ])
  return { ...sites, version: sitesVersion(sites), hasSecret: secret !== undefined }
}

export const sitesVersion = (sites: Sites): string => versionOf(sites)
