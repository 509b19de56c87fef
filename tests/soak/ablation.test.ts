import { expect, test } from 'bun:test'
import { ablate } from '../chaos/ablation'
import { killNode, stopNode } from '../chaos/faults'
import type { Nodes } from '../chaos/nodes'

const faults = (nodes: Nodes) => [
  ...[0, 1].map((at) => stopNode(nodes, at)),
  ...[0, 1].map((at) => killNode(nodes, at)),
]
/** The desk itself still keeps its word. */
const kept = { lost: 0, gaps: 0, strangers: 0, exits: 0 }

test('without ids there are duplicates, and the pages are whole', async () => {
  const counts = await ablate({ ids: true }, faults)
  expect(counts.duplicateRows).toBeGreaterThan(0)
  expect(counts).toMatchObject({ ...kept, complete: counts.readers })
}, 90_000)

test('without cursors there are holes, and no duplicates', async () => {
  const counts = await ablate({ cursors: true }, faults)
  expect(counts.complete).toBeLessThan(counts.readers)
  expect(counts).toMatchObject({ ...kept, duplicateRows: 0 })
}, 90_000)
