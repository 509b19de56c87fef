import type { Store } from '../../store/store'

/** Pause between two rounds, ms: others have the database meanwhile. */
export const FILL_MS = 50
/** Rows of one round. */
const ROUND = 500
/** Under what it is kept that all were filled in. */
const FILLED = 'filled.key-bits'

/**
 * Fills in what rows from before a column was there lack in it and SQL alone cannot make: they are read by
 * more searches than find them until then. Once for each database; answers whether there may be more.
 */
export const fillOver = ({ store }: { store: Pick<Store, 'accounts' | 'conversations'> }) => {
  let isFilled = false
  return async (): Promise<boolean> => {
    if (isFilled) return false
    isFilled = (await store.accounts.setting(FILLED)) !== undefined
    if (isFilled) return false
    if (await store.conversations.fillKeyBits(ROUND)) return true
    await store.accounts.setSetting(FILLED, 'yes')
    isFilled = true
    return false
  }
}
