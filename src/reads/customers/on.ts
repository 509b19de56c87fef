import { CUSTOMERS, mayHaveAccounts } from '../../../actors/customers'
import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Store } from '../../store/store'

/** How long what another node was told stays unknown here, ms. */
const KNOWN_MS = 5_000

type Needed = { store: Pick<Store, 'accounts'>; clock: Clock; log: Log }

/** Whether visitors may have accounts: pages say where, and none of them waits for it. */
export const openCustomersOn = async ({ store, clock, log }: Needed) => {
  let isOn = false
  let loadedAt = clock.ticks()
  const load = async () => {
    loadedAt = clock.ticks()
    isOn = mayHaveAccounts(await store.accounts.setting(CUSTOMERS))
  }
  await load()
  return {
    load,
    current: (): boolean => {
      if (clock.ticks() - loadedAt > KNOWN_MS)
        load().catch((problem) => log.warn('a setting could not be read', { problem }))
      return isOn
    },
  }
}
export type CustomersOn = Awaited<ReturnType<typeof openCustomersOn>>
