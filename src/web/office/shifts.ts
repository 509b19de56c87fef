import { dayNumber } from '../../../actors/figures/calendar'
import { isProblem, Problem } from '../../../actors/problem'
import { type ShownShifts, shiftPaths } from '../../../views/office/reports/shift-shown'
import { ShiftsPage, shiftsInMenu } from '../../../views/office/reports/shifts'
import { leads, ledBy, sendAway, sendAwayForm } from '../../commands/agents/send-away'
import { allows } from '../../policies/permissions'
import { csvHead, csvType, inCsv } from '../../reads/csv'
import { deskZone } from '../../reads/desk-zone'
import { departmentsSeen } from '../../reads/report-ask'
import { readShifts, type ShiftAsk, tableOfShifts, todayOf } from '../../reads/report-shifts'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Route, route } from '../route'
import { officePage } from './page'

const permission = 'reports.read'

const askedIn = (c: Ask, { desk }: WebContext): ShiftAsk | Problem => {
  const typed = c.req.method === 'GET' ? (c.req.query('from') ?? '') : ''
  const day = typed === '' ? todayOf(desk.clock.now()) : dayNumber(typed)
  if (day === null)
    return new Problem('invalid', 'fieldNotValid', { field: 'from', values: { field: 'from' } })
  const agent = c.req.method === 'GET' ? c.req.query('agent') : undefined
  return { day, departments: departmentsSeen(staff(c)), ...(agent ? { agent } : {}) }
}

const page = officePage({
  ...{ path: shiftPaths.page, permission, menu: shiftsInMenu },
  find: async (c, web) => {
    const ask = askedIn(c, web)
    const id = c.req.param('id')
    const led = id === undefined ? null : await ledBy(web.desk, staff(c), id)
    if (isProblem(led)) return led
    return isProblem(ask) ? ask : { ask, person: staff(c), id }
  },
  read: async ({ desk }, { ask, person, id }): Promise<{ shown: ShownShifts }> => {
    const { store, clock } = desk
    const { agent: _, ...all } = ask
    const [read, rows] = await Promise.all([
      readShifts(store, ask, clock.now()),
      store.agents.all(),
    ])
    const seen = rows.filter(
      (row) =>
        all.departments === null || row.departments.some((one) => all.departments?.includes(one)),
    )
    const isToday = ask.day === todayOf(clock.now())
    const mayLead = isToday && allows(person, 'agents.sendAway')
    return {
      shown: {
        ...{ ...read, day: ask.day, zone: deskZone },
        ...(ask.agent ? { agent: ask.agent } : {}),
        ...(id ? { setting: id } : {}),
        choices: seen.map(({ id: value, name: label }) => ({ value, label })),
        canSendAway: mayLead
          ? rows.filter((row) => row.status !== 'off' && leads(person, row)).map((row) => row.id)
          : [],
      },
    }
  },
  told: ({ shown: { from, until, days } }) => ({ from, until, days }),
  draw: ({ shown }, context) => ShiftsPage({ ...context, shown }),
})

const away = page.verb({
  ...{ path: shiftPaths.away(':id'), permission: 'agents.sendAway', name: 'away' },
  ...{ form: sendAwayForm, said: 'away', to: () => shiftPaths.page },
  run: async ({ web, input, subject: { person, id = '' } }) =>
    sendAway(web.desk, person, id, input),
})

const fileOf = (format: 'csv' | 'json') =>
  route({
    ...{ method: 'GET', path: shiftPaths.file(format), permission },
    show: async (c, web) => {
      const ask = askedIn(c, web)
      if (isProblem(ask)) return answerProblem(c, ask)
      const read = await readShifts(web.desk.store, ask, web.desk.clock.now())
      const { columns, rows } = tableOfShifts(read)
      if (format === 'json') return c.json(read)
      const headers = {
        'Content-Type': csvType,
        'Content-Disposition': 'attachment; filename="shifts.csv"',
      }
      return new Response(csvHead(columns) + inCsv(rows), { headers })
    },
  })

/** What colleagues were of their shifts. */
export const shiftRoutes: readonly Route[] = [page.show, away, fileOf('csv'), fileOf('json')]
