import { test } from 'bun:test'
import { fallAsleep } from './asleep'
import { TIME } from './scene'

/** The same at its own pace is among the long tests. */
const TIMES = 15

test.concurrent(
  'an agent whose machine sleeps is gone from a socket',
  () => fallAsleep('socket', TIMES),
  TIME,
)

test.concurrent(
  'and from a stream, as soon as it has opened',
  () => fallAsleep('stream', TIMES),
  TIME,
)
