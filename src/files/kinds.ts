import { fileTypeFromBuffer } from 'file-type'
import { type FileFamily, familyEndings } from '../../actors/desk/file-families'
import { endingOf, innerEndingsOf } from './name'

/** Enough of a file to know what it is: an Office file says so in its second or third part. */
export const HEAD_BYTES = 16 * 1024

/** What a file is by what is in it, whether it is drawn as an image, and with what it is allowed. */
export type FileKind = { type: string; isImage: boolean; family: FileFamily }

type Family = {
  is: FileFamily
  /** What its own bytes say, and what the desk calls that. */
  types: Readonly<Record<string, string>>
  /** What names of it may end with; of one family they are often confused. */
  endings: readonly string[]
}

const same = (...types: string[]) => Object.fromEntries(types.map((type) => [type, type]))

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

const images: Family = {
  is: 'images',
  types: same('image/jpeg', 'image/png', 'image/gif', 'image/webp'),
  endings: familyEndings.images,
}
const sounds: Family = {
  is: 'recordings',
  types: {
    ...same('audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/aac', 'audio/mp4', 'audio/webm'),
    ...{ 'audio/ogg; codecs=opus': 'audio/ogg', 'audio/x-m4a': 'audio/mp4' },
    ...{ 'audio/flac': 'audio/flac', 'audio/x-flac': 'audio/flac', 'audio/vnd.wave': 'audio/wav' },
    ...same('video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp'),
  },
  endings: familyEndings.recordings,
}
const documents: readonly Family[] = [
  { is: 'documents', types: same('application/pdf'), endings: ['pdf'] },
  {
    is: 'documents',
    types: same(
      'application/zip',
      ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
        (each) => `${office}.${each}`,
      ),
      ...['text', 'spreadsheet', 'presentation'].map((each) => `${open}.${each}`),
    ),
    endings: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  },
  {
    is: 'documents',
    types: { 'application/x-cfb': 'application/msword' },
    endings: ['doc', 'xls', 'ppt'],
  },
  {
    is: 'plainTexts',
    types: { 'text/calendar': 'text/plain', 'text/vcard': 'text/plain' },
    endings: ['ics', 'vcf'],
  },
]
const families = [images, sounds, ...documents]

/** What has no signs of its own: text, if it is text. */
const textEndings: readonly string[] = ['txt', 'csv', 'tsv', 'md', 'log', 'json']

/** What a server or a system would run, were it taken for that: `invoice.php.png`. */
const running = new Set(
  (
    'php php3 php4 php5 php7 phtml phar asp aspx jsp jspx cgi pl py rb sh bash bat cmd com exe dll ' +
    'msi scr ps1 vbs js mjs jar app hta htm html xhtml shtml svg svgz xml xsl swf htaccess'
  ).split(' '),
)

/** What a field that takes files offers to choose from. */
export const acceptedEndings: readonly string[] = [
  ...families.flatMap(({ endings }) => endings),
  ...textEndings,
].map((ending) => `.${ending}`)

/**
 * What a file is, by its first bytes; its name may say nothing else. Undefined for all that is not
 * on the list. What the sender calls its type is not asked.
 */
export const kindOf = async (head: Uint8Array, name: string): Promise<FileKind | undefined> => {
  const ending = endingOf(name)
  if (running.has(ending) || innerEndingsOf(name).some((each) => running.has(each)))
    return undefined
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? soundIn(head)
  if (found === undefined) return textIn(head, ending)
  const family = families.find(({ types }) => found in types)
  const type = family?.types[found]
  if (!family || type === undefined) return undefined
  if (ending !== '' && !family.endings.includes(ending)) return undefined
  return {
    type: spoken(type, ending),
    isImage: family === images,
    family: isArchive(type, ending) ? 'archives' : family.is,
  }
}

/** Office files are archives inside, and not always known for more than that. */
const isArchive = (type: string, ending: string): boolean =>
  type === 'application/zip' && (ending === '' || familyEndings.archives.includes(ending))

/** A message that was spoken has no picture, whatever its container is called. */
const spoken = (type: string, ending: string): string => {
  if (type === 'video/webm' && ending === 'weba') return 'audio/webm'
  return type === 'video/mp4' && ending === 'm4a' ? 'audio/mp4' : type
}

/** An MP3 whose tag is longer than what was read of it. */
const soundIn = (head: Uint8Array): string | undefined =>
  Buffer.from(head.subarray(0, 3)).toString('latin1') === 'ID3' ? 'audio/mpeg' : undefined

const textIn = (head: Uint8Array, ending: string): FileKind | undefined => {
  if (!textEndings.includes(ending)) return undefined
  // The last sign may be cut in two.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const text = decoder.decode(head, { stream: true })
    return /(?![\s])\p{Cc}/u.test(text)
      ? undefined
      : { type: 'text/plain', isImage: false, family: 'plainTexts' }
  } catch {
    return undefined
  }
}
