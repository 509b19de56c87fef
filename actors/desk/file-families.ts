import type { UploadSettings } from './settings'

/** What may be allowed or not as one: each is a setting of that name. */
export const fileFamilies = [
  'images',
  'recordings',
  'documents',
  'archives',
  'plainTexts',
] as const satisfies readonly (keyof UploadSettings)[]
export type FileFamily = (typeof fileFamilies)[number]

/** What names of their files may end with; of one family they are often confused. */
export const familyEndings: Readonly<Record<FileFamily, readonly string[]>> = {
  images: ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'apng', 'gif', 'webp'],
  recordings: [
    ...['mp3', 'ogg', 'oga', 'opus', 'wav', 'aac', 'm4a', 'flac', 'weba'],
    ...['mp4', 'm4v', 'webm', 'mov', '3gp'],
  ],
  documents: ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt'],
  archives: ['zip'],
  plainTexts: ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'ics', 'vcf'],
}

/** What visitors may send, as a field for files says it; undefined where they may send all there is. */
export const acceptedFrom = (uploads: UploadSettings): string | undefined => {
  const allowed = fileFamilies.filter((family) => uploads[family])
  if (allowed.length === fileFamilies.length) return undefined
  return allowed.flatMap((family) => familyEndings[family].map((ending) => `.${ending}`)).join(',')
}
