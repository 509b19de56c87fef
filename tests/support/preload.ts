import { afterAll } from 'bun:test'
import { failOnLeaks } from './leaks'
import { doAtEnd, endPrograms } from './programs'

// The process's own exit event does not come under `bun test`; this comes whatever failed.
afterAll(() => doAtEnd().finally(endPrograms))
failOnLeaks()
