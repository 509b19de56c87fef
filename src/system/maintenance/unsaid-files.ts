import { filesOf, keptOf } from '../../../actors/sent-files'
import type { Clock } from '../../clock'
import type { FileBytes } from '../../files/bytes'
import type { KeptFile } from '../../store/ports/files'
import type { Store } from '../../store/store'

/** How long a file may take from its first byte until its entry is said, and more, ms. */
const UNSAID_MS = 3_600_000
/** Files that are looked at in one go. */
const BATCH_FILES = 100

type Parts = {
  store: Pick<Store, 'files' | 'transcripts'>
  files: Pick<FileBytes, 'remove'>
  clock: Pick<Clock, 'now'>
}

/**
 * Removes some files that were never said: their sender left, or a node was killed in the middle.
 * One whose entry is there was said, though nobody came to note it. Answers whether there may be more.
 */
export const sweepUnsaid = async ({ store, files, clock }: Parts): Promise<boolean> => {
  const now = clock.now()
  const found = await store.files.unsaid(now - UNSAID_MS, BATCH_FILES)
  const isSaid = await Promise.all(found.map((file) => hasEntry(store, file)))
  const said = found.filter((_, nth) => isSaid[nth]).map(({ id }) => id)
  const left = found.filter((_, nth) => !isSaid[nth]).map(({ id }) => id)
  if (said.length > 0) await store.files.said(said)
  for (const id of left) await files.remove(id)
  await store.files.forget(left)
  return found.length === BATCH_FILES
}

const hasEntry = async (
  { transcripts }: Parts['store'],
  { id, conversation, clientId }: KeptFile,
): Promise<boolean> => {
  const entry = clientId === null ? undefined : await transcripts.byClientId(conversation, clientId)
  return entry !== undefined && keptOf(filesOf(entry.body)).some((file) => file.id === id)
}
