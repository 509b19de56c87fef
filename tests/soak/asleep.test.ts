import { test } from 'bun:test'
import { fallAsleep, type Way } from '../browser/asleep'

const ways: Way[] = ['socket', 'stream', 'no script']

test.concurrent.each(ways)(
  'an agent whose machine sleeps is gone within the grace: %s',
  (way) => fallAsleep(way),
  200_000,
)
