import type { Body, SentFile, Writable } from './entry'

/** The files of an entry; none of what cannot have any. */
export const filesOf = (body: Body): readonly SentFile[] =>
  'files' in body ? (body.files ?? []) : []

/** A body with files beside what it is. */
export const withFiles = (body: Writable, files: readonly SentFile[] = []): Writable =>
  files.length === 0 ? body : { ...body, files }
