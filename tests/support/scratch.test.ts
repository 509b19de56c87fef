import { expect, test } from 'bun:test'
import { tmpdir } from 'node:os'
import { scratchFolder } from './programs'
import { scratchPlace } from './scratch'

test('files are kept in memory where there is such a place, and else where all keep theirs', () => {
  expect(['/dev/shm', tmpdir()]).toContain(scratchPlace())
  // Neither is a file system in memory.
  for (const none of ['/nowhere', scratchFolder()]) expect(scratchPlace(none)).toBe(tmpdir())
})
