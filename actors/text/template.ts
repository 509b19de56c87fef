/**
 * Words that are prepared, with places in them for what is only known later: `{{visitor.name}}`,
 * `{{visitor.name|there}}` for one who said none, `{{?Order number}}` for what is asked of whoever
 * uses them. Nothing is ever evaluated: a place is filled with the words themselves, once.
 */

/** All there is to fill in; another one is said to be none. */
export const variables = [
  ...['visitor.name', 'visitor.first_name', 'visitor.email', 'agent.name'],
  ...['department.name', 'conversation.id', 'conversation.date'],
] as const
export type Variable =
  | `visitor.${'name' | 'first_name' | 'email'}`
  | `conversation.${'id' | 'date'}`
  | 'agent.name'
  | 'department.name'

/** What is known of them; what is left out or empty is not. */
export type Values = Partial<Readonly<Record<Variable, string>>>

/** A place, as it stands in the words (`raw`); `instead` is written where nothing is known. */
export type Gap =
  | { kind: 'variable'; name: string; instead: string | null; raw: string }
  | { kind: 'question'; question: string; instead: string | null; raw: string }
export type Piece = { kind: 'words'; text: string } | Gap

/** Characters between the braces: a longer one is no place, and each is looked through once. */
const GAP = /\{\{([^{}\n]{1,200})\}\}/g
/** A name in any script. What has other signs in it, `{{1 + 1}}`, are words like others. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.\- ]*$/u

const known: ReadonlySet<string> = new Set(variables)
export const isVariable = (name: string): name is Variable => known.has(name)

const gapOf = (raw: string, inner: string): Gap | null => {
  const bar = inner.indexOf('|')
  const head = (bar < 0 ? inner : inner.slice(0, bar)).trim()
  const instead = bar < 0 ? null : inner.slice(bar + 1).trim()
  if (/^[?？]/.test(head)) {
    const question = head.slice(1).trim()
    return question === '' ? null : { kind: 'question', question, instead, raw }
  }
  return NAME.test(head) ? { kind: 'variable', name: head, instead, raw } : null
}

/** The words in order, and the places between them. */
export const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: raw, 1: inner = '', index } of text.matchAll(GAP)) {
    const gap = gapOf(raw, inner)
    if (!gap) continue
    if (index > from) pieces.push({ kind: 'words', text: text.slice(from, index) })
    pieces.push(gap)
    from = index + raw.length
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) })
  return pieces
}

const isGap = (piece: Piece): piece is Gap => piece.kind !== 'words'

/** The places of a text that nobody has filled in. */
export const gapsIn = (text: string): Gap[] => piecesOf(text).filter(isGap)

/** Names in it that stand for nothing. */
export const unknownIn = (text: string): string[] =>
  gapsIn(text).flatMap((gap) =>
    gap.kind === 'variable' && !isVariable(gap.name) ? [gap.name] : [],
  )

/** The questions of a text, each once, in order. */
export const questionsIn = (text: string): string[] => [
  ...new Set(gapsIn(text).flatMap((gap) => (gap.kind === 'question' ? [gap.question] : []))),
]

/** Where nobody can be asked, what stands instead of an answer is one. */
type How = { asks: boolean }

/** What stands in a place; undefined while that is not known. What reads as a place is no answer. */
const filling = (gap: Gap, values: Values, { asks }: How): string | undefined => {
  if (gap.kind === 'question') return asks ? undefined : (gap.instead ?? undefined)
  if (!isVariable(gap.name)) return undefined
  const value = values[gap.name] ?? ''
  return value !== '' && gapsIn(value).length === 0 ? value : (gap.instead ?? undefined)
}

/** A text in pieces; what was filled in is told apart where it is shown. */
export const filledPieces = (
  text: string,
  values: Values,
  how: How = { asks: true },
): (Piece | { kind: 'filled'; text: string })[] =>
  piecesOf(text).map((piece) => {
    const text = isGap(piece) ? filling(piece, values, how) : undefined
    return text === undefined ? piece : { kind: 'filled', text }
  })

/** The text with all that is known in its places; what is not stays as it stands there. */
export const filledText = (text: string, values: Values, how?: How): string =>
  filledPieces(text, values, how)
    .map((piece) => ('raw' in piece ? piece.raw : piece.text))
    .join('')
