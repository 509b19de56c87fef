import { addressOf } from '../../actors/address'
import type { Desk } from '../commands/desk'
import { retry } from '../retry'

type Mark = { agent: string; type: 'appeared' | 'vanished'; node: string; silentMs?: number }

/** How often a mark is tried again while the store does not answer, ms. */
const RETRY_MS = 2_000

/**
 * Tells an agent's actor that they are in reach here or no longer. Nobody says so a second time, so it
 * is tried until it went through or is no longer so, however long the store is away.
 */
export const mark = async (
  { system, clock, log }: Desk,
  { agent, type, node, silentMs }: Mark,
  isSo: () => boolean,
) => {
  const tell = async () => {
    if (!isSo()) return
    const silent = type === 'vanished' && silentMs !== undefined ? { silentMs } : {}
    await system.send(addressOf('agent', agent), { type, at: clock.now(), node, ...silent })
  }
  await retry(clock, tell, (failures, problem) => {
    if (failures === 0) log.warn('an agent could not be marked yet', { agent, type, problem })
    return RETRY_MS
  })
}
