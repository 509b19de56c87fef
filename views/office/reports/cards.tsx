import { dayText } from '../../../actors/figures/calendar'
import { type FigureName, figureOf } from '../../../actors/figures/figures'
import { figureWords } from '../../words/figures'
import type { Language } from '../../words/language'
import { reportWords } from '../../words/reports'
import { FigureValue, figureText, numberText } from './figure'
import type { ShownReport } from './shown'

type Cards = { shown: ShownReport; language: Language }

/** The figures of all of it, each with what it was before where that can be compared. */
export const ReportCards = ({ shown, language }: Cards) => {
  const words = reportWords[language]
  const { ask, report } = shown
  const days = ask.until - ask.from + 1
  return (
    <>
      <dl class="report-cards">
        {report.figures.map((name) => (
          <Card name={name} shown={shown} language={language} />
        ))}
      </dl>
      <p class="panel-hint">{words.compared(dayText(ask.from - days), dayText(ask.from - 1))}</p>
    </>
  )
}

const Card = ({ name, shown: { read }, language }: Cards & { name: FigureName }) => {
  const figure = figureOf(name)
  const value = figure.of(read.total)
  const base = figure.base?.(read.total)
  return (
    <div data-figure={name}>
      <dt>{figureWords[language][name].name}</dt>
      <dd>
        <strong>
          <FigureValue name={name} value={value} language={language} />
        </strong>{' '}
        {base !== undefined && value !== null && (
          <small>{reportWords[language].of(numberText(base, language))}</small>
        )}
        <Change name={name} now={value} before={figure.of(read.before)} language={language} />
      </dd>
    </div>
  )
}

type ChangeProps = {
  name: FigureName
  now: number | null
  before: number | null
  language: Language
}

/** Of shares how many points they differ: a percentage of percents would be read otherwise. */
const sizeText = (name: FigureName, size: number, language: Language): string =>
  figureOf(name).unit === 'percent'
    ? numberText(size, language, 1)
    : figureText(name, size, language)

/** How it changed, beside what it was; nothing where there is nothing to compare with. */
const Change = ({ name, now, before, language }: ChangeProps) => {
  const words = reportWords[language]
  if (now === null || before === null || (before === 0 && now === 0)) return null
  const { unit, better } = figureOf(name)
  const change = now - before
  const isCount = unit === 'count'
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
  const size = Math.abs(change)
  const part = before === 0 ? null : numberText((size / before) * 100, language, 1)
  const arrow = change > 0 ? '↑' : change < 0 ? '↓' : ''
  const isBetter = change !== 0 && better && (better === 'more') === change > 0
  const tone = change === 0 || !better ? 'same' : isBetter ? 'better' : 'worse'
  return (
    <span class="report-change" data-tone={tone}>
      {(isCount ? part !== null : true) && (
        <>
          {arrow} {sign}
          {isCount ? `${part} %` : sizeText(name, size, language)}{' '}
        </>
      )}
      <small>{words.before(figureText(name, before, language))}</small>
    </span>
  )
}
