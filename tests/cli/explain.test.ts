import { expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { diskFault } from '../../src/disk/explain'
import { scratchFolder } from '../support/programs'

const coded = (code: string) => Object.assign(new Error(code), { code })

test('no room where there is room to be seen is told as inodes or a quota', () => {
  const path = join(scratchFolder(), 'desk.db')
  for (const code of ['ENOSPC', 'SQLITE_FULL']) {
    const told = diskFault(coded(code), path)
    expect(told).toContain('its inodes or the quota of this user are used up')
    expect(told).not.toContain('full')
  }
})

/** A file system that counts no blocks, as the kernel's own do. */
const UNCOUNTED = '/proc'

test.skipIf(!existsSync(UNCOUNTED))('a file system that counts no blocks is not full', () => {
  const path = join(UNCOUNTED, 'no-such-folder', 'desk.db')
  for (const code of ['ENOENT', 'SQLITE_CANTOPEN'])
    expect(diskFault(coded(code), path)).not.toContain('full')
  expect(diskFault(coded('ENOSPC'), path)).toBe(`the disk of ${UNCOUNTED} has no room: make some`)
})
