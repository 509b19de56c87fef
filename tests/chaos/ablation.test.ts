import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { ablate } from './ablation'
import { killNode, stopNode } from './faults'
import { writeToOne } from './kills'

/** A checker that finds nothing wrong without them finds nothing at all. */
test('without ids there are duplicates, without cursors there are holes, and the checker sees both', async () => {
  const counts = await ablate({ ids: true, cursors: true }, (nodes) => [
    ...[stopNode(nodes, 0), stopNode(nodes, 1), killNode(nodes, 0)],
  ])
  expect(counts.duplicateRows).toBeGreaterThan(0)
  expect(counts.complete).toBeLessThan(counts.readers)
  // What was taken away is theirs: the desk itself still keeps its word.
  expect(counts).toMatchObject({ lost: 0, gaps: 0, strangers: 0, exits: 0 })
}, 60_000)

test('a node that answers changes it did not write loses them, and the checker sees it', async () => {
  const preload = join(import.meta.dir, 'unwritten.ts')
  const { counts } = await writeToOne({ times: 0, calm: 6_000, preload })
  expect(counts.changed).toBeGreaterThan(20)
  expect(counts.stale).toBeGreaterThan(0)
  expect(counts).toMatchObject({ lost: 0, gaps: 0, strangers: 0, exits: 0 })
}, 60_000)
