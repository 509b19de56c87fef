import { html } from 'hono/html'
import fileIcon from 'lucide-static/icons/file.svg' with { type: 'text' }
import type { SentFile } from '../../actors/entry'
import { smallCopyOf } from '../../actors/sent-files'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { sizeText } from '../words/files'

/** What came with a message: images and sounds are there at once, of all else its name. */
export const Files = ({ files, alone }: { files: readonly SentFile[]; alone: boolean }) => (
  <span class="files" data-alone={alone ? '' : undefined}>
    {files.map((file) => (
      <>
        <File file={file} />{' '}
      </>
    ))}
  </span>
)

const File = ({ file }: { file: SentFile }) => {
  const { id, name, type, bytes } = file
  const href = paths.file(id, name)
  if (type.startsWith('image/')) return <Image file={file} href={href} />
  return (
    <>
      <a class="file" href={href} data-type={type} data-size={bytes}>
        {icon}
        <bdi class="file-name">{name}</bdi> <span class="file-size">{sizeText(bytes)}</span>
      </a>
      {type.startsWith('audio/') && sound(href, name)}
    </>
  )
}

/** Spoken or played by somebody just now: there are no subtitles of it. */
const sound = (href: string, name: string) =>
  html` <audio controls preload="none" src="${href}" aria-label="${name}"></audio>`

const icon = drawn(fileIcon)

/**
 * Shown from its smaller copy, and led to as it was sent. Its room is there before it is, so that
 * nothing moves when it comes.
 */
export const Image = ({ file, href, alt = file.name }: ImageProps) => (
  <a
    class="file"
    href={href}
    target="_blank"
    rel="noopener"
    data-type={file.type}
    data-size={file.bytes}
    aria-label={alt}
  >
    <img
      src={shownAt(file)}
      alt={alt}
      width={file.width}
      height={file.height}
      loading="lazy"
      decoding="async"
    />
  </a>
)

type ImageProps = {
  file: SentFile
  href: string
  /** What it shows; else it is called by its name. */
  alt?: string
}

const shownAt = (file: SentFile) => {
  const { id, name } = smallCopyOf(file) ?? file
  return paths.file(id, name)
}
