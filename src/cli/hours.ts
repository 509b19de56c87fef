import type { Command } from 'commander'
import { alwaysOpen, DESK_HOURS, type Hours, keptTimetable } from '../../actors/hours/hours'
import { changeAfter, isOpenAt } from '../../actors/hours/open'
import { isActive } from '../../actors/summary'
import { systemClock } from '../clock'
import { CliError } from './cli-error'
import { deskOf, type Place, withData } from './options'
import { type Form, type Listing, show, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { hoursOf } from './setting-flags'
import type { Cli } from './terminal'
import { textOf } from './text-of'

type HoursRow = { name: string; hours: Hours; isOpen: boolean; next: string | null }

const more = `
Outside its hours a department takes no new conversations: visitors leave a message, talks that are under
way go on. A file has them in JSON: a zone, a week with mon to sun as "09:00-12:30 13:30-18:00" (one that
ends before it begins runs over midnight, what is left out is closed), and exceptions, each with a day
"from", a last day "to", a "name", what is "open" then, and whether it comes "yearly". Without --department
they are those of the whole desk, which departments go by after \`department set NAME --hours desk\`.`

/** Hours of every department, or of the whole desk, as they are now. */
const listing: Listing<HoursRow> = {
  read: async ({ departments, accounts }) => {
    const now = systemClock.now()
    const kept = keptTimetable(await accounts.setting(DESK_HOURS))
    const row = (name: string, hours: Hours): HoursRow => {
      const next = changeAfter(hours, now)
      return {
        ...{ name, hours, isOpen: isOpenAt(hours, now) },
        next: next && new Date(next.at).toISOString(),
      }
    }
    const all = (await departments.all()).filter(isActive)
    return [
      ...(kept ? [row(WHOLE, { ...kept, use: 'own' })] : []),
      ...all.map(({ name, settings }) => row(name, settings.hours)),
    ]
  },
  columns: {
    name: ({ name }) => name,
    now: ({ isOpen }) => (isOpen ? 'open' : 'closed'),
    'next change': ({ next }) => next ?? '',
    hours: ({ hours }) => hours.use,
    zone: ({ hours }) => (hours.use === 'always' ? '' : hours.zone),
  },
}

const WHOLE = 'whole desk'

type Flags = Place & Form & { department?: string; name?: string }

const whose = ({ department }: Flags) => (department === undefined ? {} : { of: department })
const isAsked =
  ({ department = WHOLE }: Flags) =>
  (row: HoursRow) =>
    row.name === department

/** `hours show`, `hours set` and `hours import`. */
export const addHours = (program: Command, cli: Cli) => {
  const group = program.command('hours').description('when departments take conversations')
  withJson(withData(group.command('show')))
    .description('whether departments are open, and when that changes')
    .argument('[name]', 'one department')
    .action(async (name: string | undefined, flags: Place & Form) => {
      await show(cli, flags, listing, (row) => name === undefined || row.name === name)
    })
  const one = (command: Command) =>
    withJson(withData(command)).option('--department <name>', 'the one whose hours they are')
  one(group.command('set'))
    .description('set hours from a file')
    .argument('<file>', 'hours in JSON, or always')
    .addHelpText('after', more)
    .action(async (file: string, flags: Flags) => {
      const hours = hoursOf('hours', file)
      if (flags.department === undefined && hours === alwaysOpen)
        throw new CliError('the whole desk has hours in a file, not always', 2)
      await sendToDesk(cli, deskOf(cli, flags), {
        ...{ do: 'hours set', input: { ...whose(flags), hours } },
      })
      await show(cli, flags, listing, isAsked(flags))
    })
  one(group.command('import'))
    .description('take over the days of a calendar (iCal) as exceptions')
    .argument('<file>', 'a file that ends in .ics')
    .option('--name <name>', 'what the calendar is called')
    .addHelpText('after', more)
    .action(async (file: string, flags: Flags) => {
      const name = flags.name ?? file.split('/').at(-1) ?? ''
      const input = { ...whose(flags), calendar: textOf(file), name }
      await sendToDesk(cli, deskOf(cli, flags), { do: 'hours import', input })
      await show(cli, flags, listing, isAsked(flags))
    })
}
