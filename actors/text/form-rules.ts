import type { Reason } from '../problem'
import type { Forms } from './phrase'
import { piecesOf } from './template'
import { codePoints, hasVisible } from './visible'

/** The names in the places of a text, each once. */
export const gapNamesIn = (text: string): string[] => [
  ...new Set(
    piecesOf(text).flatMap((piece) => {
      if (piece.kind === 'words') return []
      return piece.kind === 'variable' ? [piece.name] : [piece.raw.slice(2, -2)]
    }),
  ),
]

/** Code points that a text may have: more of a sentence than of what stands on a button. */
export const textLimits = { label: 60, sentence: 400 } as const
export type TextKind = keyof typeof textLimits

/** What is short and ends with no mark is a label or a button. */
const LABEL_CHARS = 40
export const kindOf = (builtIn: string): TextKind =>
  builtIn.length <= LABEL_CHARS && !/[.。!！?？…:：,，]$/u.test(builtIn) ? 'label' : 'sentence'

/** What one form of a text may be made into. */
export type FormRules = {
  form: string
  builtIn: string
  /** Gaps that must be in it, and those that may. */
  needed: readonly string[]
  allowed: readonly string[]
  kind: TextKind
  /** Code points. */
  limit: number
}

/** Of all forms: each may have any gap of the text in it, and must have those that are its own. */
export const rulesOf = (forms: Forms): FormRules[] => {
  const allowed = [...new Set(Object.values(forms).flatMap(gapNamesIn))]
  return Object.entries(forms).map(([form, builtIn]) => {
    const kind = kindOf(builtIn)
    return { form, builtIn, needed: gapNamesIn(builtIn), allowed, kind, limit: textLimits[kind] }
  })
}

const shown = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ')
const NAME_CHARS = 60

type Wrong = { reason: Reason; values: Record<string, string | number> }

/** Why a form cannot be said in these words; undefined when it can. */
export const whatIsWrong = (
  { builtIn, needed, allowed, limit }: FormRules,
  text: string,
): Wrong | undefined => {
  if (text === builtIn) return undefined
  if (!text.isWellFormed()) return { reason: 'textNotValid', values: {} }
  if (!hasVisible(text)) return { reason: 'textEmpty', values: {} }
  const count = codePoints(text)
  if (count > limit) return { reason: 'textOverLimit', values: { count, limit } }
  const gaps = gapNamesIn(text)
  const unknown = gaps.find((gap) => !allowed.includes(gap))
  if (unknown !== undefined)
    return {
      reason: 'gapUnknown',
      values: { gap: unknown.slice(0, NAME_CHARS), allowed: shown(allowed) },
    }
  const missing = needed.find((gap) => !gaps.includes(gap))
  return missing === undefined ? undefined : { reason: 'gapMissing', values: { gap: missing } }
}
