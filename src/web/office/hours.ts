import { DESK_HOURS } from '../../../actors/hours/hours'
import { isProblem, type Problem } from '../../../actors/problem'
import { HoursListPage, hoursInMenu, hoursList, hoursPaths } from '../../../views/office/hours'
import { HoursPage } from '../../../views/office/hours/page'
import { calendarForm, withCalendar } from '../../commands/hours/calendar'
import {
  exceptionForm,
  exceptionRemovalForm,
  withException,
  withoutException,
} from '../../commands/hours/exceptions'
import { type HoursPlace, hoursPlace, hoursVersion } from '../../commands/hours/place'
import { type HoursChange, saveHours } from '../../commands/hours/save'
import { weekForm, weekIn } from '../../commands/hours/week'
import { readHours, readHoursLines, type Tried } from '../../reads/office-hours'
import type { Ask } from '../context'
import { staff } from '../person'
import type { Asked, Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const ID = ':id'
/** Characters of a moment that are looked at. */
const TYPED = 16

const list = officeList({
  ...{ list: hoursList, permission: 'departments.manage' },
  rows: ({ desk }, _, ask, limit) => readHoursLines(desk.store, ask, limit, desk.clock.now()),
  draw: ({ ask, found }, context) => HoursListPage({ ...context, ask, found }),
})

type Subject = HoursPlace & { tried: Tried | null }

/** The moment that the address asks about. */
const triedIn = (c: Ask): Tried | null => {
  const [day, time] = ['day', 'time'].map((name) => (c.req.query(name) ?? '').slice(0, TYPED))
  return day && time ? { day, time } : null
}

const one = officePage({
  ...{ path: hoursPaths.page(ID), permission: 'departments.manage', menu: hoursInMenu },
  find: async (c, { desk }): Promise<Subject | Problem> => {
    const place = await hoursPlace(desk, c.req.param('id') ?? '')
    return isProblem(place) ? place : { ...place, tried: triedIn(c) }
  },
  read: async ({ desk }, { of, tried }) => {
    // Anew: a verb may have changed them since they were found.
    const place = await hoursPlace(desk, of)
    if (isProblem(place)) throw new Error('a department is gone while its page is made')
    const hasDesk = (await desk.store.accounts.setting(DESK_HOURS)) !== undefined
    const { row, hours } = place
    const about = { of, name: row?.name ?? null, hours, version: hoursVersion(hours), hasDesk }
    return readHours(about, desk.clock.now(), tried)
  },
  draw: (details, context) => HoursPage({ ...context, details }),
})

/** What a form makes of the hours, saved. */
const saving =
  (change: (asked: Asked<Subject>) => HoursChange | Problem | Promise<HoursChange | Problem>) =>
  async (asked: Asked<Subject>) => {
    const made = await change(asked)
    return isProblem(made) ? made : saveHours(asked.web.desk, asked.subject, made, staff(asked.c))
  }

/** Opening hours in the office: the list of departments, and those of one or of the whole desk. */
export const hoursRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  one.show,
  one.verb({
    ...{ path: hoursPaths.week(ID), name: 'week', said: 'saved', form: weekForm },
    run: saving(({ input, subject }) => weekIn(input, subject.hours)),
  }),
  one.verb({
    ...{ path: hoursPaths.exceptions(ID), name: 'exception', said: 'added', form: exceptionForm },
    run: saving(({ input, subject }) => withException(input, subject.hours)),
  }),
  one.verb({
    ...{ path: hoursPaths.removal(ID), name: 'removal', said: 'removed' },
    form: exceptionRemovalForm,
    run: saving(({ input, subject }) => withoutException(input, subject.hours)),
  }),
  one.verb({
    ...{ path: hoursPaths.calendar(ID), name: 'calendar', said: 'imported', form: calendarForm },
    run: saving(({ web, input, subject }) =>
      withCalendar(input, subject.hours, web.desk.clock.now()),
    ),
  }),
]
