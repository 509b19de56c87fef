import { join } from 'node:path'

/** How this program calls itself: inside the binary as it is, from source by what runs it. */
export const ownProgram: readonly string[] = import.meta.path.startsWith('/$bunfs/')
  ? [process.execPath]
  : [process.execPath, join(import.meta.dir, '../main.ts')]
