import { DESK_NAME } from '../../actors/desk-name'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'

/** How long what another node was told stays unknown here, ms. */
const KNOWN_MS = 5_000

type Needed = { store: Pick<Store, 'accounts'>; clock: Clock; log: Log }

/** The name that all pages of visitors have on them: kept at hand, for no page waits for it. */
export const openDeskName = async ({ store, clock, log }: Needed) => {
  let name = ''
  let loadedAt = clock.ticks()
  const load = async () => {
    loadedAt = clock.ticks()
    name = (await store.accounts.setting(DESK_NAME)) ?? ''
  }
  await load()
  return {
    load,
    /** Empty while the desk has no name of its own. */
    current: (): string => {
      if (clock.ticks() - loadedAt > KNOWN_MS)
        load().catch((problem) => log.warn('the name of the desk could not be read', { problem }))
      return name
    },
  }
}
export type DeskName = Awaited<ReturnType<typeof openDeskName>>
