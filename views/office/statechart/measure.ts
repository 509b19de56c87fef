import type { ChartEdge, Inset } from '../../../actors/chart/chart'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { type Charted, eventWord } from '../../words/statechart/events'
import { chartStates } from '../../words/statechart/states'

const languages = ['en', 'zh'] as const

/** Sizes of text, px, as the style of the chart has them. */
const STATE_PX = 13
const LABEL_PX = 12
export const LABEL_LINE = 16

/** Height of a state that holds no others, and of what stands above those it holds, px. */
export const STATE = 34
export const TITLE = 36
export const SIDE = 16
const LEAST_WIDTH = 96
const LABEL_SIDES = 8

type Size = { width: number; height: number }
/** An edge of a chart; what has no line says why it has none. */
export type InsetEdge = ChartEdge & { inset: Inset | null }

export const stateWord = (kind: Charted, id: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = chartStates[language][kind]
  return words[id] ?? id
}

/** What stands at a line of the chart: each event in a line of its own. */
export const labelLines = (events: readonly string[], language: Language): string[] =>
  events.map((name) => eventWord(name, language))

/** The same of one that has no line. */
export const insetLines = (kind: Charted, edge: InsetEdge, language: Language): string[] => {
  const { inset, to, events } = edge
  const words = labelLines(events, language)
  if (inset === 'outward') return words.map((word) => `${word} → ${stateWord(kind, to, language)}`)
  return words.map((word) => `${inset === 'loop' ? '↻' : '↘'} ${word}`)
}

/** What stands in a state because it has no line: what leads to it, or far out of it. */
export const insetsIn = <E extends InsetEdge>(id: string, edges: readonly E[]): E[] =>
  edges.filter(({ from, to, inset }) => inset !== null && (inset === 'outward' ? from : to) === id)

/** How much room a state takes, px, in whichever language it is longer. */
export const stateSize = (kind: Charted, id: string, edges: readonly InsetEdge[]): Size => {
  const insets = insetsIn(id, edges)
  const [one = [], other = []] = languages.map((language) =>
    insets.flatMap((edge) => insetLines(kind, edge, language)),
  )
  const widths = [
    ...languages.map((language) => widthOf(stateWord(kind, id, language), STATE_PX)),
    ...[...one, ...other].map((line) => widthOf(line, LABEL_PX)),
  ]
  return {
    width: Math.max(LEAST_WIDTH, Math.max(...widths) + 2 * SIDE - 4),
    height: STATE + one.length * LABEL_LINE,
  }
}

/** The same of what stands at a line. */
export const labelSize = (events: readonly string[]): Size => {
  const lines = languages.map((language) => labelLines(events, language))
  const widths = lines.flat().map((line) => widthOf(line, LABEL_PX))
  return { width: Math.max(...widths) + LABEL_SIDES, height: (lines[0]?.length ?? 0) * LABEL_LINE }
}

/** Rather too much than too little: no font is at hand where this is counted. */
const widthOf = (text: string, px: number): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (isWide(letter) ? 1.02 : 0.56), 0) * px)

const isWide = (letter: string): boolean => letter > '\u2e7f'

/** A state with what it is in, where that says more: `waiting: in line`. */
export const labelOfState = (kind: Charted, id: string, language: Language): string => {
  const around = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : ''
  const word = stateWord(kind, id, language)
  if (around === '') return word
  return `${stateWord(kind, around, language)}${punctuation[language].colon}${word}`
}
