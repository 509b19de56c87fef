import { afterEach } from 'bun:test'
import { LONGEST_CHARS, secretsIn } from './secrets'

/** Stands in the text of every note in the tests. */
export const NOTE = 'for colleagues alone'

const leaks: string[] = []

/**
 * Something that goes to somebody: to no visitor, and to nobody unknown, with what only colleagues
 * may read, whatever test wrote it. Where the store is not in this process, a note says `NOTE`.
 */
export const search = (what: string, text: string): void => {
  const found = text.includes(NOTE) ? ['a note'] : secretsIn(text)
  if (found.length > 0) leaks.push(`${found.join(', ')} in ${what}: …${text.slice(-600)}`)
}

/** A session of a colleague; a visitor's cookie is as long, but called otherwise. */
export const isStaff = (cookie: string | null) =>
  /(^|;\s*)(bellhop-)?session=.{20}/.test(cookie ?? '')

/** What a page gives back of the request itself, to whoever sent it: no page has it of another. */
const givenBack = [
  /<form method="post" action="[^"]*" class="stack unsent">.*?<\/form>/gs,
  /<blockquote class="written">[^<]*<\/blockquote>/g,
]
const withoutGivenBack = (html: string) =>
  givenBack.reduce((text, part) => text.replace(part, ''), html)

/** An answer of the desk, searched as it is read when whoever asked is no colleague. */
export const searched = (
  what: string,
  response: Response,
  cookie: string | null | undefined,
): Response => {
  if (isStaff(cookie ?? null)) return response
  search(what, JSON.stringify([...response.headers]))
  if (response.body === null) return response
  const decoder = new TextDecoder()
  // A page has an end, and is searched as a whole; a stream may have none.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html')
  let end = ''
  const look = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, pass) {
      const text = end + decoder.decode(part, { stream: true })
      if (!isPage) search(what, text)
      end = isPage ? text : text.slice(-LONGEST_CHARS * 2)
      pass.enqueue(part)
    },
    flush() {
      if (isPage) search(what, withoutGivenBack(end))
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(look), { status, statusText, headers })
}

/** Whoever writes a test needs nothing else: a leak fails the test in which it was seen. */
export const failOnLeaks = (): void =>
  afterEach(() => {
    const seen = leaks.splice(0)
    if (seen.length > 0)
      throw new Error(`Somebody read what is for colleagues alone:\n${seen.join('\n')}`)
  })
