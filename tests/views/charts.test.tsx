import { expect, test } from 'bun:test'
import { stretchLabels } from '../../views/office/reports/labels'
import { LineChart } from '../../views/office/reports/line'

test('days stand under a chart without their year, the hours of one day alone, months as they are', () => {
  expect(stretchLabels(['2026-01-27', '2026-02-03'], 'en')).toEqual(['27 Jan', '3 Feb'])
  expect(stretchLabels(['2026-01-27', '2026-02-03'], 'zh')).toEqual(['1月27日', '2月3日'])
  expect(stretchLabels(['2026-01-27 08:00', '2026-01-27 09:00'], 'en')).toEqual(['08:00', '09:00'])
  const twoDays = ['2026-01-27 23:00', '2026-01-28 00:00']
  expect(stretchLabels(twoDays, 'en')).toEqual(['27 Jan', '28 Jan'])
  expect(stretchLabels(['2026-01', '2026-02'], 'en')).toEqual(['2026-01', '2026-02'])
})

test('a chart is placed by shares of its room, so that no width makes its words smaller', () => {
  const chart = String(
    <LineChart
      title="Conversations"
      labels={['a', 'b', 'c']}
      axis={['A', 'B', 'C']}
      series={[{ name: 'now', stroke: 'main', values: [0, null, 10] }]}
      text={(value) => `${value}`}
    />,
  )
  const dots = [...chart.matchAll(/cx="(.*?)" cy="(.*?)"/g)].map(([, x, y]) => [x, y])
  expect(dots).toEqual([
    ['0%', '100%'],
    ['100%', '0%'],
  ])
  const words = [...chart.matchAll(/<text class="chart-middle" x="(.*?)".*?>(.*?)<\/text>/g)]
  expect(words.map(([, x, word]) => [x, word])).toEqual([
    ['0%', 'A'],
    ['50%', 'B'],
    ['100%', 'C'],
  ])
  expect(chart).toContain('<title>c now 10</title>')
})
