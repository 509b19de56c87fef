import { Database } from 'bun:sqlite'
import { checkpoint } from '../checkpoint'
import type { Heard } from './thread'

declare const self: Worker

/** Copies what was committed from the log into the database file, whenever it is asked to. */
let db: Database | undefined

self.onmessage = ({ data }: MessageEvent<Heard<'pass'>>) => {
  if (data && 'path' in data) {
    db = new Database(data.path)
    return
  }
  if (data === null) db?.close()
  else if (db) checkpoint(db, 'PASSIVE')
  self.postMessage('done')
}
