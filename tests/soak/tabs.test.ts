import { test } from 'bun:test'
import { manyTabs } from '../browser/tabs'

// More than the connections that a browser has to one host.
test(
  'ten tabs of a talk and eight of a workbench in one browser are live, and each can send',
  manyTabs(10, 8),
  60_000,
)
