import { Database } from 'bun:sqlite'
import { checkpoint } from './checkpoint'
import type { WorkerMessage, WorkerTask } from './checkpointer'

declare const self: Worker

/** Copies what was committed from the log into the database file, whenever it is asked to. */
let db: Database | undefined

const perform = (task: WorkerTask) => {
  if (task === 'close') db?.close()
  else if (db) fold(db)
  self.postMessage('done')
}

/** Where the disk is full whoever writes hears of it; with room again the next pass does it. */
const fold = (file: Database) => {
  try {
    checkpoint(file, 'PASSIVE')
  } catch {
    // It stays in the log.
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
  if (typeof data === 'string') perform(data)
  else db = new Database(data.path)
}
