import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { faultsIn, noFaults } from '../chaos/checker'
import { killMember, killNode } from '../chaos/faults'
import { writeOverAll } from '../chaos/galera'
import { hasGalera } from '../support/galera'

/** How long people write, s. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 180)
const LENGTH = SECONDS * 1000

describe.skipIf(!hasGalera)('three nodes, each on its own server of three that take writes', () => {
  test(
    'lose nothing, tear nothing and break nowhere, though one of each is killed',
    async () => {
      const { counts, failed, replayed } = await writeOverAll({
        length: LENGTH,
        faults: (nodes, galera) => [killMember(galera, 1), killNode(nodes, 2)],
      })
      expect(faultsIn(counts)).toEqual(noFaults)
      expect(counts.complete).toBe(8)
      expect(counts.acked).toBeGreaterThan(SECONDS * 5)
      expect({ failed, ...replayed }).toMatchObject({ failed: 0, code: 0 })
    },
    LENGTH + 150_000,
  )

  test(
    'lose what they acknowledged when they write as to one server, and the checker sees it',
    async () => {
      const preload = join(import.meta.dir, 'one-server.ts')
      const { counts } = await writeOverAll({ length: Math.min(LENGTH, 60_000), preload })
      expect(counts.lost).toBeGreaterThan(0)
    },
    LENGTH + 150_000,
  )
})
