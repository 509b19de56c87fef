import { type FigureName, figureOf } from '../../../actors/figures/figures'
import type { Language } from '../../words/language'

/** `1:04`, or `2:03:10`: whole seconds as a clock has them. */
export const clockText = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

const digits = { count: 0, percent: 1, stars: 2, seconds: 0 } as const

export const numberText = (value: number, language: Language, places = 0): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(value)

/** A figure as its reader's language writes it. */
export const figureText = (name: FigureName, value: number, language: Language): string => {
  const { unit } = figureOf(name)
  if (unit === 'seconds') return clockText(value)
  const text = numberText(value, language, digits[unit])
  return unit === 'percent' ? `${text} %` : text
}

/** A figure, with the number itself for programs; a dash where there is none. */
export const FigureValue = ({ name, value, language }: FigureProps) =>
  value === null || value === undefined ? (
    <>–</>
  ) : (
    <data value={String(value)}>{figureText(name, value, language)}</data>
  )
type FigureProps = { name: FigureName; value: number | null | undefined; language: Language }
