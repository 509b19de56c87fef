import { EarlierEntries } from '../../views/transcript/earlier'
import type { Reader } from '../reads/entries'
import type { Reads } from '../reads/reads'
import type { TranscriptPage } from '../reads/transcript-pages'
import { isHtmx, page } from './answer'
import type { Ask } from './context'
import { seqIn } from './query'

/** Which conversation, the newest seq of it as the caller knows it, and for whom it is drawn. */
type Wanted = { id: string; newest: number; reader: Reader }

/** Where an earlier page of it is, and where its newest one: addresses of whoever asks. */
type Ways = { earlier: (before: number, oldest: string | null) => string; newest: string }

/** The page of a transcript that was asked for: the newest, or the one around an entry. */
export const readTranscript = async (
  c: Ask,
  { transcriptPages }: Pick<Reads, 'transcriptPages'>,
  { id, newest, reader }: Wanted,
  ways: Ways,
) => {
  const before = seqIn(c.req.query('before'))
  const shown = before
    ? await transcriptPages.around(id, before, reader)
    : await transcriptPages.newest(id, newest, reader)
  const { drawn, after } = shown
  const isWhole = !before || after >= newest
  return {
    ...{ drawn, after, earlier: earlierThan(shown, ways) },
    ...(isWhole ? {} : { newest: ways.newest }),
  }
}

/** Earlier entries alone, for the script of a page that shows what comes after them. */
export const answerEarlier = async (
  c: Ask,
  { transcriptPages }: Pick<Reads, 'transcriptPages'>,
  { id, reader }: Omit<Wanted, 'newest'>,
  ways: Ways,
): Promise<Response | undefined> => {
  const before = isHtmx(c) ? seqIn(c.req.query('before')) : undefined
  if (!before) return undefined
  const shown = await transcriptPages.before(id, before, reader)
  const { language } = reader
  const earlier = earlierThan(shown, ways)
  return page(c, <EarlierEntries language={language} drawn={shown.drawn} earlier={earlier} />)
}

const earlierThan = ({ first, oldest }: TranscriptPage, { earlier }: Ways): string | null =>
  first > 1 ? earlier(first, oldest) : null
