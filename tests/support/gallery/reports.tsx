import { figuresIn } from '../../../actors/figures/figures'
import { type Measures, nothingMeasured, sumOfMeasures } from '../../../actors/figures/measures'
import { type ReportName, reportOf } from '../../../actors/figures/reports'
import { type DaySpan, totalsOf } from '../../../actors/figures/shift'
import { Problem } from '../../../actors/problem'
import type { OfficeContext } from '../../../views/office/context'
import { ReportPage, reportsInMenu } from '../../../views/office/reports/page'
import type { ShownShifts } from '../../../views/office/reports/shift-shown'
import { ShiftsPage, shiftsInMenu } from '../../../views/office/reports/shifts'
import type { ShownReport } from '../../../views/office/reports/shown'
import { dice } from '../talks'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const FROM = 20_480
const DAYS = 28

const roll = dice(7)
const someOf = (most: number): Measures => {
  const conversations = roll(most)
  const part = (of: number, percent: number) => Math.round((of * (percent + roll(8))) / 100)
  const answered = part(conversations, 90)
  const ratings = part(conversations, 26)
  return {
    ...nothingMeasured,
    ...{ conversations, reopened: part(conversations, 4), abandoned: part(conversations, 2) },
    ...{
      accepted: answered,
      waitMs: answered * 31_000,
      answered,
      firstAnswerMs: answered * 47_000,
    },
    ...{ within30s: part(answered, 38), within1min: part(answered, 32) },
    ...{ within2min: part(answered, 16), within5min: part(answered, 4), after5min: 2 },
    ...{ nextAnswers: answered * 3, nextAnswersMs: answered * 3 * 52_000 },
    ...{ handled: answered, handlingMs: answered * 412_000, solved: answered },
    ...{ solutionMs: answered * 3_912_000, promised: conversations, late: part(conversations, 3) },
    ...{ ratings, stars: Math.round(ratings * 4.6), satisfied: part(ratings, 88) },
    ...{ visitorMessages: conversations * 5, agentMessages: conversations * 6, handovers: 3 },
  }
}

type Rows = readonly { key: string; name: string; measures: Measures }[]

const shownOf = (name: ReportName, rows: Rows, only = {}): ShownReport => {
  const report = reportOf(name)
  const total = sumOfMeasures(rows.map(({ measures }) => measures))
  return {
    ask: { name, by: 'day', from: FROM, until: FROM + DAYS - 1, only },
    read: {
      rows: rows.map((row) => ({ ...row, figures: figuresIn(report.figures, row.measures) })),
      ...{ total, before: sumOfMeasures(rows.slice(1).map(({ measures }) => measures)) },
    },
    ...{ report, zone: 'Europe/Berlin', mailed: { every: 'week', address: 'olga@desk.test' } },
    choices: {
      department: [{ value: 'support', label: 'Support' }],
      agent: [{ value: 'ana', label: data.long.slice(0, 60) }],
    },
  }
}

const days: Rows = Array.from({ length: DAYS }, (_, nth) => {
  const key = new Date((FROM + nth) * 86_400_000).toISOString().slice(0, 10)
  return { key, name: key, measures: someOf(300) }
})
const agents: Rows = ['Ana', data.long.slice(0, 80), '王小明', ''].map((name, nth) => ({
  ...{ key: name && `agent-${nth}`, name, measures: someOf(900 - nth * 200) },
}))
const week: Rows = Array.from({ length: 168 }, (_, key) => ({
  ...{ key: String(key), name: String(key) },
  measures: someOf(key % 24 > 7 && key % 24 < 20 ? 40 : 3),
}))

const pictureOf = (name: string, shown: ShownReport, once?: true): Picture => ({
  ...{ name, height: 1700 },
  ...(once ? { once } : {}),
  page: (given) => {
    const context: OfficeContext = {
      ...lookOf(given),
      ...{ menu: [reportsInMenu], page: reportsInMenu, me: { id: data.olga, name: 'Olga' } },
    }
    return <ReportPage {...context} shown={shown} />
  },
})

const MIDNIGHT = FROM * 86_400_000
const spans: DaySpan[] = (
  [
    [0, 'off', ''],
    [8, 'ready', ''],
    [9, 'talking', ''],
    [11, 'resting', ''],
    [12, 'away', 'lunch'],
    [13, 'away', data.long.slice(0, 60)],
    [14, 'unreachable', ''],
    [15, 'ready', ''],
    [18, 'off', ''],
    [24, 'off', ''],
  ] as const
).flatMap(([hour, duty, reason], nth, all): DaySpan[] => {
  const until = all[nth + 1]?.[0]
  if (until === undefined) return []
  const [by, byName] = hour === 13 ? (['colleague', 'Sina'] as const) : (['self', ''] as const)
  const at = MIDNIGHT + hour * 3_600_000
  return [{ at, until: MIDNIGHT + until * 3_600_000, duty, reason, by, byName }]
})
const shifts: ShownShifts = {
  ...{ day: FROM, from: MIDNIGHT, until: MIDNIGHT + 86_400_000, zone: 'UTC' },
  days: [
    { id: data.ana, name: 'Ana', spans, totals: totalsOf(spans) },
    { id: data.amir, name: data.long.slice(0, 80), spans: spans.slice(0, 1), totals: totalsOf([]) },
  ],
  choices: [{ value: data.ana, label: 'Ana' }],
  canSendAway: [data.ana],
}
const tooLong = new Problem('invalid', 'nameTooLong', {
  ...{ field: 'words', values: { limit: 80, length: 120 } },
})

const shiftsPicture = (name: string, shown: ShownShifts, once?: true): Picture => ({
  name,
  ...(once ? { once } : {}),
  page: (given) => {
    const context: OfficeContext = {
      ...lookOf(given),
      ...{ menu: [reportsInMenu], page: shiftsInMenu, me: { id: data.olga, name: 'Olga' } },
      ...(shown.setting
        ? { refused: { form: 'away', problem: tooLong, typed: { words: data.long } } }
        : {}),
    }
    return <ShiftsPage {...context} shown={shown} />
  },
})

export const reportPictures: Picture[] = [
  pictureOf('office-report', shownOf('overview', days)),
  pictureOf('office-report-agents', shownOf('agents', agents)),
  pictureOf('office-report-workload', shownOf('workload', week)),
  pictureOf('office-report-nothing', shownOf('tags', [], { agent: 'ana' }), true),
  shiftsPicture('office-shifts', shifts),
  shiftsPicture('office-shifts-wrong', { ...shifts, setting: data.ana }, true),
  shiftsPicture('office-shifts-nothing', { ...shifts, days: [] }, true),
]
