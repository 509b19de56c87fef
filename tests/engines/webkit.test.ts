import { test } from 'bun:test'
import { PLAY_MS, play } from './play'
import { hasWebkit, launchWebkit } from './webkit'

test.skipIf(!hasWebkit)('a whole talk in WebKitGTK', () => play(launchWebkit), PLAY_MS)
