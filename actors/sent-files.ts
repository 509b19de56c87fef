import type { Body, SentFile, Writable } from './entry'

/** The files of an entry; none of what cannot have any. */
export const filesOf = (body: Body): readonly SentFile[] =>
  'files' in body ? (body.files ?? []) : []

/** A body with files beside what it is. */
export const withFiles = (body: Writable, files: readonly SentFile[] = []): Writable =>
  files.length === 0 ? body : { ...body, files }

/** The smaller copy of an image as a file of its own, if it has one. */
export const smallCopyOf = ({ name, small }: SentFile): SentFile | undefined =>
  small && { ...small, name: `${name.replace(/\.[^.]*$/, '')}.webp`, type: 'image/webp' }

/** All that is kept for these, the smaller copies of images among it. */
export const keptOf = (files: readonly SentFile[]): readonly SentFile[] =>
  files.flatMap((file) => [file, smallCopyOf(file) ?? []].flat())
