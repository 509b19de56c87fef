import { scaleLinear } from 'd3-scale'
import type { Child } from 'hono/jsx'

export type Bar = { label: string; value: number; text: string; aside?: string }

/** Wide enough for its number to stand beside it. */
const WIDTH = 200

/** Some numbers beside each other, each with its bar; the numbers themselves stand in the table. */
export const Bars = ({ bars, head }: { bars: readonly Bar[]; head: Child }) => {
  const x = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([0, WIDTH])
  return (
    <table class="report-bars">
      <thead>{head}</thead>
      <tbody>
        {bars.map(({ label, value, text, aside }) => (
          <tr>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td class="report-bar">
              <svg viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="chart-track" width={WIDTH} height="12" rx="3" />
                <rect class="chart-bar" width={x(value)} height="12" rx="3" />
              </svg>
            </td>
            <td class="figure">
              <data value={String(value)}>{text}</data>
            </td>
            {aside !== undefined && <td class="figure">{aside}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
