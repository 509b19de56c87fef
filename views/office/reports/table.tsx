import { figuresIn } from '../../../actors/figures/figures'
import { figureWords } from '../../words/figures'
import type { Language } from '../../words/language'
import { reportWords } from '../../words/reports'
import { FigureValue } from './figure'
import { rowLabel } from './labels'
import type { ShownReport } from './shown'

type Table = { shown: ShownReport; language: Language }

/** A report in figures: a row for each, and all of it in the last. */
export const ReportTable = ({ shown, language }: Table) => {
  const words = reportWords[language]
  const { report, read, ask } = shown
  const whole = figuresIn(report.figures, read.total)
  return (
    <section class="panel office-table report-table" tabindex={0} aria-label={words.table}>
      <table id="report">
        <thead>
          <tr>
            <th scope="col">{headOf(report.rows, ask.by, language)}</th>
            {report.figures.map((name) => (
              <th scope="col" class="figure">
                {figureWords[language][name].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.rows.map((row) => (
            <tr data-key={row.key}>
              <th scope="row">
                <bdi>{rowLabel(shown, row, language)}</bdi>
              </th>
              {report.figures.map((name) => (
                <td class="figure">
                  <FigureValue name={name} value={row.figures[name]} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-key="total">
            <th scope="row">{words.total}</th>
            {report.figures.map((name) => (
              <td class="figure">
                <FigureValue name={name} value={whole[name]} language={language} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const headOf = (rows: string, by: ShownReport['ask']['by'], language: Language): string => {
  const words = reportWords[language]
  if (rows === 'time') return words.stretches[by]
  return rows === 'weekHour' ? words.weekHour : (Reflect.get(words.dimensions, rows) ?? rows)
}
