import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { DEFAULT_DEPARTMENT } from '../../../actors/department/default'
import { lineSchema } from '../../../actors/moving/line'
import { listedIn } from '../../../actors/settings'
import { isActive } from '../../../actors/summary'
import type { NotTaken, Numbered } from '../../commands/moving/moved'
import type { Store } from '../../store/store'
import { rowsIn } from '../canned/table'
import { lookInto, type Place, withData } from '../options'
import { type Form, withJson } from '../output'
import { tellExport } from '../tell-export'
import type { Cli } from '../terminal'
import { textOf } from '../text-of'
import { type MoveFlags, moveIn, withDry } from './run'

/** Where lines come from that somebody has written as a list. */
const SOURCE = 'list'
const settingsOfPeople = ['capacity', 'languages', 'skills'] as const

type Row = Record<string, unknown>

/** Everybody with an account, as a table has them. */
const peopleRows = async (store: Store): Promise<Row[]> => {
  const names = new Map((await store.departments.all()).map(({ id, name }) => [id, name]))
  const own = new Map((await store.roles.all()).map(({ id, name }) => [id, name]))
  const agents = new Map((await store.agents.all()).map((agent) => [agent.id, agent]))
  return (await store.accounts.all()).map(({ id, email, name, role, disabledAt }) => {
    const { departments = [], settings } = agents.get(id) ?? {}
    const { capacity = '', languages = '', skills = '' } = settings ?? {}
    return {
      ...{ email, name, role: own.get(role) ?? role },
      departments: departments.map((one) => names.get(one) ?? one).join(', '),
      ...{ capacity, languages: inOneLine(languages), skills: inOneLine(skills) },
      ...{ disabled: disabledAt === null ? '' : 'yes' },
    }
  })
}

const inOneLine = (lines: string): string => lines.replaceAll('\n', ', ')

/** How departments work, and which is everybody's. */
const departmentRows = async (store: Store): Promise<Row[]> => {
  const all = (await store.departments.all()).filter(isActive)
  const chosen = await store.accounts.setting(DEFAULT_DEPARTMENT)
  return all.map(({ id, name, settings: { overflowTo: _, ...settings } }) => ({
    ...{ name, settings, default: id === chosen },
  }))
}

const namesIn = (typed: unknown): string[] =>
  (Array.isArray(typed) ? typed.map(String) : String(typed ?? '').split(','))
    .map((name) => name.trim())
    .filter(Boolean)

const isYes = (typed: unknown): boolean => ['yes', 'true', '1'].includes(String(typed ?? ''))

/** Somebody, after the departments that they answer for. */
const personLines = (row: Row, run: string): object[] => {
  const departments = namesIn(row.departments)
  const settings = settingsOfPeople.flatMap((key) => {
    const typed = row[key]
    if (typed === undefined || typed === '') return []
    return [[key, key === 'capacity' ? Number(typed) : listedIn(String(typed))]]
  })
  const email = String(row.email ?? '')
  return [
    ...departments.map((name) => ({ ...ofRun('department', name, run), name })),
    {
      ...{ ...ofRun('person', email, run), email, name: row.name ?? '', role: row.role || 'agent' },
      departments: departments.map((name) => idIn(name, run)),
      ...{ settings: Object.fromEntries(settings), disabled: isYes(row.disabled) },
    },
  ]
}

const departmentLines = (
  { name, settings = {}, default: isDefault }: Row,
  run: string,
): object[] => [
  { ...ofRun('department', String(name ?? ''), run), name, settings, is_default: isYes(isDefault) },
]

const idIn = (name: string, run: string) => `${run} ${name}`
/** A list is taken by what stands in it, however often it comes: each time under ids of its own. */
const ofRun = (kind: string, name: string, run: string) => ({
  ...{ kind, source: SOURCE, source_id: idIn(name, run) },
})

const rosters = {
  people: {
    ...{ read: peopleRows, lines: personLines, of: 'people' },
    columns: ['email', 'name', 'role', 'departments', ...settingsOfPeople, 'disabled'],
    more: `
FILE is a table with a head (email, name, role, departments, capacity, languages, skills, disabled), or a list in JSON with
the same names, as \`export\` writes them; without FILE, or with -, it is read from standard input. Only email and name are
needed. Departments are made where there are none of that name; accounts that are there stay as they are. Nobody gets
a password by it: give out a link under People, or use \`agent password\`.`,
  },
  departments: {
    ...{ read: departmentRows, lines: departmentLines, of: 'departments', columns: null },
    more: `
FILE is a list in JSON (name, settings, default), as \`export\` writes it, or a table with a column of names; without FILE, or
with -, it is read from standard input. A department that is there stays as it is.`,
  },
} as const

/** `export` and `import` of what a desk has few of, as a table or a list that somebody can write by hand. */
export const addRoster = (group: Command, which: keyof typeof rosters, cli: Cli): void => {
  const { read, lines, of, columns, more } = rosters[which]
  withJson(withData(group.command('export')))
    .description(`write all ${of} ${columns ? 'as a table (CSV), or in JSON' : 'in JSON'}`)
    .action(async (flags: Place & Form) => {
      await tellExport(cli, flags, `${of}.${flags.json || !columns ? 'json' : 'csv'}`)
      const rows = await lookInto(cli, flags, read)
      const asTable = () =>
        stringify(rows, { header: true, columns: [...(columns ?? [])], escape_formulas: true })
      cli.out(flags.json || !columns ? JSON.stringify(rows, null, 2) : asTable().trimEnd())
    })
  withDry(withJson(withData(group.command('import'))))
    .description(`bring in ${of} from a table (CSV) or from JSON`)
    .argument('[file]', 'what was exported', '-')
    .addHelpText('after', more)
    .action(async (file: string, flags: MoveFlags) => {
      const rows = rowsIn(file === '-' ? await cli.input() : textOf(file), of)
      const run = cli.clock.id()
      await moveIn(cli, flags, `${of}`, () => linesOf(rows, (row) => lines(row, run)))
    })
}

async function* linesOf(
  rows: readonly Row[],
  of: (row: Row) => readonly object[],
): AsyncGenerator<Numbered | NotTaken> {
  for (const [at, row] of rows.entries())
    for (const given of of(row)) {
      const nth = at + 1
      const line = lineSchema.safeParse(given)
      if (line.success) yield { nth, line: line.data }
      else {
        const { kind = '', email = '', name = '' } = given as Record<string, string>
        const field = line.error.issues[0]?.path.map(String).join('.') ?? ''
        yield { line: nth, kind, sourceId: email || name, why: 'notValid', field }
      }
    }
}
