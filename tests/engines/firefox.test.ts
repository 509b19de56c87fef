import { test } from 'bun:test'
import { hasFirefox, launchFirefox } from './firefox'
import { PLAY_MS, play } from './play'

test.skipIf(!hasFirefox)('a whole talk in Firefox', () => play(launchFirefox), PLAY_MS)
