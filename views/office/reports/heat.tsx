import { scaleQuantize } from 'd3-scale'
import type { Language } from '../../words/language'
import { reportWords } from '../../words/reports'
import { numberText } from './figure'
import { hourText, weekdayText } from './labels'
import type { ReportRow } from './shown'

const STEPS = [0, 1, 2, 3, 4, 5] as const
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The hours of a week: each has its number, and is the fuller the more there is in it. */
export const HeatMap = ({ rows, language }: { rows: readonly ReportRow[]; language: Language }) => {
  const words = reportWords[language]
  const counts = new Map(rows.map(({ key, measures }) => [Number(key), measures.conversations]))
  const most = Math.max(1, ...counts.values())
  const stepOf = scaleQuantize<number>().domain([0, most]).range(STEPS)
  return (
    <>
      <section class="report-heat" tabindex={0} aria-label={words.chart}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="sr">{words.weekHour}</span>
              </th>
              {HOURS.map((hour) => (
                <th scope="col">
                  <time datetime={hourText(hour)}>{hour}</time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day) => (
              <tr>
                <th scope="row">{weekdayText(day, language)}</th>
                {HOURS.map((hour) => {
                  const count = counts.get(day * 24 + hour) ?? 0
                  return (
                    <td data-heat={count === 0 ? 0 : Math.max(1, stepOf(count))}>
                      <data value={String(count)}>{numberText(count, language)}</data>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="panel-hint heat-scale">
        <svg viewBox={`0 0 ${STEPS.length * 16} 12`} aria-hidden="true">
          {STEPS.map((step) => (
            <rect data-heat={step} x={step * 16} width="14" height="12" rx="3" />
          ))}
        </svg>
        <span>{words.heat('0', numberText(most, language))}</span>
      </p>
    </>
  )
}
