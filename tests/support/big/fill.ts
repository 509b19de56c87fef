import { Database } from 'bun:sqlite'
import { createConnection } from 'mysql2/promise'
import { aspectKey } from '../../../actors/conversation/aspect'
import { joinedKeys, NEVER_ANSWERED } from '../../../actors/summary'
import { keyBitsOf } from '../../../src/store/key-bits'

/** How much there is, and who and where it is with: ids. */
export type Sizes = { conversations: number; lines: number; visitors: number }
export type Places = {
  /** The first has most of all, the last hardly any. */
  departments: readonly [string, string, string]
  /** The same of those who answered. */
  agents: readonly [string, string]
  /** Whose mentions there are. */
  readers: readonly string[]
}

/** When the first conversation began; the others each an hour's part after it, ms UTC. */
export const BEGAN = Date.UTC(2025, 0, 1)
const EACH_MS = 300_000
/** A time that only some dozens of conversations are before, ms UTC. */
export const EARLY = BEGAN + 70 * EACH_MS

/** What hardly any of them has, and what one in four has. */
export const tags = { rare: 'broken lamp', common: 'delivery' }

const padded = (prefix: string, number: string): string =>
  `concat('${prefix}', substr(concat('000000000000', ${number}), -12))`
const conversation = (number: string) => padded('01900000-0000-7000-8000-', number)
const visitor = (number: string) => padded('01910000-0000-7000-8000-', number)
const cases = (...all: [when: string, then: string][]) =>
  `case ${all.map(([when, then]) => `when ${when} then ${then}`).join(' ')} end`
const every = (nth: number, rest = 0) => `i % ${nth} = ${rest}`

/** Some are open, most of them new. */
const isOpen = (all: number) => `(${every(2_000, 3)} or i > ${all - 40})`

const keysOf = (names: readonly string[]) => names.map((name) => aspectKey('tag', name))
const keyed: readonly (readonly [when: string, keys: readonly string[]])[] = [
  [every(50, 5), [NEVER_ANSWERED]],
  [every(500, 9), keysOf([tags.rare])],
  [every(4), keysOf([tags.common])],
  [every(3), keysOf(['vip', 'returns'])],
]

const columnsOf = (values: Readonly<Record<string, string>>) => ({
  names: Object.keys(values)
    .map((name) => `\`${name}\``)
    .join(', '),
  values: Object.values(values).join(', '),
})

/** Rows of a table, each made of a number from 0 on, which is called `i`. */
const rowsOf = (table: string, from: string, values: Readonly<Record<string, string>>): string => {
  const columns = columnsOf(values)
  return `insert into \`${table}\` (${columns.names}) select ${columns.values} from ${from}`
}

const conversationValues = (all: number, visitors: number, places: Places) => {
  const [most, some, few] = places.departments
  const [main, rare] = places.agents
  const opened = `${BEGAN} + i * ${EACH_MS}`
  const open = isOpen(all)
  return {
    ...{ id: conversation('i'), visitor: visitor(`i % ${visitors}`) },
    visitor_name: `concat('Vera ', i % ${visitors})`,
    department: cases([every(1_000, 7), `'${few}'`], [every(4), `'${some}'`], ['1=1', `'${most}'`]),
    state: cases(
      [`${open} and ${every(2)}`, "'waiting'"],
      [open, "'active'"],
      [every(3), "'rated'"],
      ['1=1', "'closed'"],
    ),
    ...{ open: cases([open, '1'], ['1=1', '0']), offered_to: 'null' },
    agent: cases([every(20, 11), 'null'], [every(700, 4), `'${rare}'`], ['1=1', `'${main}'`]),
    agent_name: cases([every(20, 11), "''"], [every(700, 4), "'Bo'"], ['1=1', "'Ana'"]),
    ...{ opened_at: opened, waiting_since: opened },
    closed_at: cases([open, 'null'], ['1=1', `${opened} + 600000 + (i * 7919) % 100000`]),
    stars: cases(
      [open, 'null'],
      [every(3_000), '1'],
      [every(30), '2'],
      [every(15), '3'],
      [every(3), '4 + i % 2'],
      ['1=1', 'null'],
    ),
    priority: cases([every(1_000, 1), "'urgent'"], [every(20, 2), "'high'"], ['1=1', "'normal'"]),
    snoozed: cases([every(10_000, 3), '1'], ['1=1', '0']),
    search_keys: cases(
      ...keyed.map(([when, keys]): [string, string] => [when, `'${joinedKeys(keys)}'`]),
      ['1=1', 'null'],
    ),
    key_bits: cases(
      ...keyed.map(([when, keys]): [string, string] => [when, `${keyBitsOf(keys)}`]),
      ['1=1', '0'],
    ),
    shown: "'{}'",
  }
}

const visitorValues = {
  ...{ id: visitor('i'), name: "concat('Vera ', i)", email: "concat('vera', i, '@shop.example')" },
  language: cases([every(100, 3), "'fr'"], [every(3), "'zh'"], ['1=1', "'en'"]),
  ...{ talking: '0', company: cases([every(10), "'Lamp and sons'"], ['1=1', "''"]) },
  tags: cases([every(50), `'["VIP"]'`], ['1=1', 'null']),
  pinned: cases([every(2_000, 9), '1'], ['1=1', '0']),
  sort_name: "concat('vera ', i)",
  words: `concat('vera ', i, '\n', 'vera', i, '@shop.example', '\n', ${cases([every(10), "'lamp and sons'"], ['1=1', "''"])})`,
}

const visitValues = {
  ...{ visitor: visitor('i'), started_at: `${BEGAN} + i * 1000`, visits: '3' },
  at: `${BEGAN} + (i * 7919) % 9999991`,
  about: `concat('{"language":"en","zone":"Europe/Berlin","browser":"Firefox 140","system":"Linux","device":"desktop","address":"203.0.113.0","place":{"country":"', ${cases([every(200), "'FR'"], [every(2), "'DE'"], ['1=1', "'CN'"])}, '"},"referrer":"","utm":{}}')`,
  pages: `'[${Array.from({ length: 8 }, (_, n) => `{"url":"https://shop.example/lamps/${n}","title":"Lamp number ${n} of the shop","at":${BEGAN}}`).join(',')}]'`,
}

const entryValues = {
  ...{ conversation: conversation('n.i'), seq: 's.i + 1' },
  client_id: "concat('m-', n.i, '-', s.i)",
  by: "case when s.i % 2 = 0 then 'visitor' else 'agent' end",
  ...{ author: "case when s.i % 2 = 0 then null else 'ana' end", name: "'Vera'" },
  at: `${BEGAN} + n.i * ${EACH_MS} + s.i * 60000`,
  text: "concat('Is the parcel with the lamp on its way already, number ', n.i, ' of last week?')",
  body: `'{"kind":"text"}'`,
}

const auditValues = (places: Places) => ({
  ...{ id: padded('01920000-0000-7000-8000-', 'i'), at: `${BEGAN} + i * 1000` },
  actor: cases([every(300), `'${places.agents[1]}'`], ['1=1', `'${places.agents[0]}'`]),
  actor_name: cases([every(300), "'Bo'"], ['1=1', "'Ana'"]),
  act: cases([every(500), "'watched'"], ['1=1', "'ended'"]),
  ...{ object: "concat('conversation:', i % 1000)", detail: "'{}'", seq: 'i + 1' },
  ...{ prev: "''", hash: "''" },
})

const letterValues = {
  ...{ conversation: conversation('i'), nth: '1', id: padded('01930000-0000-7000-8000-', 'i') },
  kind: cases([every(500), "'transcript'"], ['1=1', "'answer'"]),
  ...{ after_seq: '0', up_to_seq: '1', address: "concat('vera', i, '@shop.example')" },
  ...{ subject: "'An answer'", language: "'en'", at: `${BEGAN} + i * 1000` },
  state: cases([every(700), "'dead'"], ['1=1', "'sent'"]),
  ...{ due_at: '0', tries: '1', problem: "''" },
}

const fileValues = {
  ...{ id: padded('01940000-0000-7000-8000-', 'i'), conversation: conversation('i') },
  ...{ client_id: "concat('m-', i, '-0')", bytes: '1000 + (i * 7919) % 100003' },
  ...{ name: "concat('photo ', i, '.jpg')", at: `${BEGAN} + i * ${EACH_MS}`, said: '1' },
  type: cases([every(300), "'application/pdf'"], ['1=1', "'image/jpeg'"]),
}

const mentionValues = (reader: string) => ({
  ...{
    agent: `'${reader}'`,
    conversation: conversation('i * 20'),
    entry: "concat('m-', i * 20, '-1')",
  },
  ...{ seq: '2', at: `${BEGAN} + i * 20 * ${EACH_MS}`, place: "'here'", seen: '1' },
})

type Fill = { run(sql: string): Promise<void>; numbers(count: number, as?: string): string }

/** All of it, as years of work would have left it: in no more time than the database needs to write it. */
const fillAll = async ({ run, numbers }: Fill, sizes: Sizes, places: Places) => {
  const { conversations, visitors, lines } = sizes
  const each = Math.round(lines / conversations)
  const part = (of: number) => Math.ceil(conversations / of)
  await run(rowsOf('visitors', numbers(visitors), visitorValues))
  await run(rowsOf('visits', numbers(visitors), visitValues))
  const values = conversationValues(conversations, visitors, places)
  await run(rowsOf('conversations', numbers(conversations), values))
  const said = `${numbers(conversations, 'n')} cross join ${numbers(each, 's')}`
  await run(rowsOf('entries', said, entryValues))
  await run(rowsOf('audit', numbers(part(2)), auditValues(places)))
  await run(`insert into audit_heads (name, seq, hash, at) values ('audit', ${part(2)}, '', 0)`)
  await run(rowsOf('letters', numbers(part(5)), letterValues))
  await run(rowsOf('files', numbers(part(10)), fileValues))
  for (const reader of places.readers)
    await run(rowsOf('mentions', numbers(part(50)), mentionValues(reader)))
  // The search has taken all of it in: nothing else is at work while somebody reads.
  await run(`insert into search_heads (conversation, seq) select id, ${each} from conversations`)
}

/** A desk with a past, in a database whose tables are there. */
export const fillBig = async (url: string, sizes: Sizes, places: Places): Promise<void> => {
  if (url.startsWith('sqlite:')) {
    const db = new Database(url.slice('sqlite:'.length))
    db.run('PRAGMA synchronous = OFF')
    const numbers = (count: number, as = 'n') =>
      `(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1}) select i from n) as ${as}`
    await fillAll({ run: async (sql) => void db.run(sql), numbers }, sizes, places)
    db.close()
    return
  }
  const connection = await createConnection(url)
  const numbers = (count: number, as = 'n') =>
    `(select seq as i from seq_0_to_${count - 1}) as ${as}`
  const run = async (sql: string) => void (await connection.query(sql))
  await fillAll({ run, numbers }, sizes, places)
  await run(
    'analyze table conversations, visitors, visits, entries, audit, letters, files, mentions',
  )
  await connection.end()
}
