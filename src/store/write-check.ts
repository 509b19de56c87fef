import type { Clock } from '../clock'
import { settingsOver } from './queries/settings'
import type { QueryContext } from './query-context'
import type { AccountTables } from './tables/accounts'
import type { AuditTables } from './tables/audit'

/** How long the answer of a probe holds, ms. */
const PROBE_REST_MS = 1_000
/** A turn writes about so much: a disk that has room for less has none for the next message. */
const PROBE_BYTES = 48 * 1024
const PROBE = 'write-probe'

export type WriteCheck = ReturnType<typeof openWriteCheck>

/**
 * Whether the database takes writes, as far as it is known: a disk that is full and a server that is
 * read-only still answer everybody who reads. As long as writes go through nothing is asked. When one has
 * failed, whoever wants to know has one tried that nobody waits for, at most once a second: only
 * one that was committed shows that they go through again.
 */
export const openWriteCheck = (clock: Pick<Clock, 'ticks'>, probe: () => Promise<void>) => {
  let failure: { problem: unknown } | undefined
  let probing: Promise<void> | undefined
  let probedTicks = Number.NEGATIVE_INFINITY

  const tryOut = async () => {
    try {
      await probe()
      failure = undefined
    } catch (problem) {
      failure = { problem }
    }
    probedTicks = clock.ticks()
    probing = undefined
  }

  return {
    wrote() {
      failure = undefined
    },
    failed(problem: unknown) {
      failure = { problem }
    },
    /** Rejects with what the last write failed for, as long as none has gone through since. */
    async prove() {
      if (failure && clock.ticks() - probedTicks >= PROBE_REST_MS) {
        probing ??= tryOut()
        await probing
      }
      if (failure) throw failure.problem
    },
  }
}

/** `write`, with an ear for how it ends. */
export const checkedWrite = (
  write: QueryContext['write'],
  check: Pick<WriteCheck, 'wrote' | 'failed'>,
): QueryContext['write'] =>
  (async (steps) => {
    try {
      const outcome = await write(steps)
      if (outcome === 'done') check.wrote()
      return outcome
    } catch (problem) {
      check.failed(problem)
      throw problem
    }
  }) as QueryContext['write']

/** A write of the size of a turn, which leaves next to nothing behind. */
export const probeOver = (base: QueryContext<AccountTables & AuditTables>) => {
  const { setSetting } = settingsOver(base)
  return async (): Promise<void> => {
    await setSetting(PROBE, 'x'.repeat(PROBE_BYTES))
    await setSetting(PROBE, '')
  }
}
