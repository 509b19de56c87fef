import { Database } from 'bun:sqlite'
import { checkpoint } from './checkpoint'
import type { WorkerMessage, WorkerTask } from './checkpointer'

declare const self: Worker

/** Copies what was committed from the log into the database file, whenever it is asked to. */
let db: Database | undefined

const perform = (task: WorkerTask) => {
  if (task === 'close') db?.close()
  else if (db) checkpoint(db, 'PASSIVE')
  self.postMessage('done')
}

self.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
  if (typeof data === 'string') perform(data)
  else db = new Database(data.path)
}
