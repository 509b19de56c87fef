import type { Child } from 'hono/jsx'
import type { AuditRow } from '../../actors/audit'
import { audit } from '../words/audit'
import { fieldLabel } from '../words/audit-fields'
import type { Language } from '../words/language'

/** Of longer texts no words are compared: these cost as many steps as both have words, multiplied. */
const MOST_WORDS = 200

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)

type Change = { field: string; was: string | undefined; is: string | undefined }

/** What an act changed, field by field: those it was told of as `was.<field>` and `is.<field>`. */
const changesOf = (detail: AuditRow['detail']): Change[] => {
  const names = Object.keys(detail).flatMap((key) => /^(?:was|is)\.(.+)$/.exec(key)?.[1] ?? [])
  const told = (key: string) => {
    const value = detail[key]
    return value === undefined ? undefined : value === null ? '' : String(value)
  }
  return [...new Set(names)].map((field) => ({
    ...{ field, was: told(`was.${field}`), is: told(`is.${field}`) },
  }))
}

type Told = Pick<AuditRow, 'detail' | 'object'>

/** The fields that an act changed, by what they are called; by their own names where they are shown nowhere. */
export const changedFields = ({ detail, object }: Told, language: Language): string[] =>
  changesOf(detail).map(({ field }) => fieldLabel(field, object, language) ?? field)

type Props = Told & { language: Language }

/** Each field that changed, before and after, and in either only the words that differ in bold. */
export const Changes = ({ detail, object, language }: Props) => {
  const changes = changesOf(detail)
  const words = audit[language]
  if (changes.length === 0) return null
  return (
    <table class="audit-changes">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, was, is }) => (
          <tr class={was === is ? 'same' : undefined}>
            <th scope="row">{fieldLabel(field, object, language) ?? <code>{field}</code>}</th>
            <td>
              <Value of="was" text={was} other={is} />
            </td>
            <td>
              <Value of="is" text={is} other={was} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Value = { of: 'was' | 'is'; text: string | undefined; other: string | undefined }

const Value = ({ of, text, other }: Value): Child => {
  if (text === undefined || text === '') return <span class="audit-none">–</span>
  return (
    <bdi class={`audit-value ${of}`}>
      {other === undefined ? text : differing(text, other).map(boldIf)}
    </bdi>
  )
}

type Piece = { text: string; differs: boolean }

const boldIf = ({ text, differs }: Piece): Child => (differs ? <b>{text}</b> : text)

/** A text in pieces: those that the other one has too, in the same order, and those that differ. */
export const differing = (text: string, other: string): Piece[] => {
  const [own, others] = [wordsOf(text), wordsOf(other)]
  if (own.length > MOST_WORDS || others.length > MOST_WORDS) return [{ text, differs: true }]
  const common = commonTo(own, others)
  const pieces: Piece[] = []
  for (const [nth, word] of own.entries()) {
    const differs = !common.has(nth)
    const last = pieces.at(-1)
    if (last && last.differs === differs) last.text += word
    else pieces.push({ text: word, differs })
  }
  return pieces
}

/** Which words of the first are in the second too: as many as can be in their order. */
const commonTo = (own: readonly string[], others: readonly string[]): ReadonlySet<number> => {
  const width = others.length + 1
  const longest = new Uint16Array((own.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      longest[i * width + j] =
        own[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const common = new Set<number>()
  for (let i = 0, j = 0; i < own.length && j < others.length; )
    if (own[i] === others[j]) {
      common.add(i++)
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return common
}
