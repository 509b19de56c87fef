import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { initialNotices } from '../../actors/agent/notices'
import { agentSettings } from '../../actors/agent/settings'
import { departmentSettings } from '../../actors/department/settings'
import { nextVisit } from '../../actors/visitor/visit'
import type { Store } from '../../src/store/store'
import { Damaged } from '../../src/store/unavailable'
import { macro, reply } from '../contracts/store/canned'
import { act } from '../contracts/store/supervision'
import { about } from '../contracts/store/visits'
import { scratchFolder } from '../support/programs'
import {
  agentRow,
  conversationRow,
  departmentRow,
  floorRow,
  lineRow,
  mailTo,
  saying,
  turnOf,
} from '../support/turns'
import { openSqliteAt } from './open'

const path = join(scratchFolder(), 'desk.db')
let store: Store
beforeAll(async () => {
  store = await openSqliteAt(path)
  const summary = { of: 'conversation' as const, ...conversationRow('lamp') }
  await store.turns.commit(saying('lamp', 1, {}, { summary, mail: [mailTo('agent:ana', 'tell')] }))
  await store.turns.commit(
    turnOf('department:shoes', 1, {
      summary: { of: 'department', ...departmentRow('shoes') },
      keeps: [
        { in: 'line', ...lineRow('shoes', 'lamp', { refused: ['ana'] }) },
        { in: 'floor', ...floorRow('shoes', 'ana', { offers: ['lamp'] }) },
      ],
      decisions: [
        {
          ...{ department: 'shoes', conversation: 'lamp', ticket: 1, at: 5, chosen: 'ana' },
          ...{ strategy: 'least-loaded', candidates: [], others: { full: 3 } },
        },
      ],
    }),
  )
  await store.turns.commit(turnOf('agent:ana', 1, { summary: { of: 'agent', ...agentRow('ana') } }))
  await store.canned.create(reply('hello', { scope: 'all' }), 'hello')
  await store.macros.create(macro('greet'), 'greet')
  await store.audit.add(act('act-1'))
  await store.visits.keep(nextVisit(undefined, 'vera', { url: '/', title: '', at: 1 }, about))
  const notices = { ...initialNotices, pushText: true }
  await store.profiles.keep({ account: 'ana', avatar: null, notices })
  await store.providers.create({
    ...{ id: 'p', label: 'P', issuer: 'https://p.test', clientId: 'p', clientSecret: '' },
    ...{ domains: ['p.test'], role: 'agent', countsAsSecond: false, version: 'one' },
  })
  const file = new Database(path)
  for (const [table, column] of damaged) file.run(`update ${table} set ${column} = '{"half":'`)
  file.close()
})
afterAll(() => store.close())

/** Every column of JSON. */
const damaged = [
  ...[
    ['journal', 'event'],
    ['actors', 'snapshot'],
    ['mail', 'event'],
    ['entries', 'body'],
  ],
  ...[
    ['line', 'refused'],
    ['conversations', 'shown'],
    ['floor', 'offers'],
    ['agents', 'departments'],
  ],
  ...[
    ['decisions', 'candidates'],
    ['decisions', 'others'],
    ['departments', 'settings'],
    ['agents', 'settings'],
  ],
  ...[
    ['canned_replies', 'bodies'],
    ['canned_replies', 'departments'],
    ['macros', 'departments'],
    ['macros', 'acts'],
  ],
  ...[
    ['audit', 'detail'],
    ['visits', 'about'],
    ['visits', 'pages'],
    ['profiles', 'notices'],
  ],
  ['texts', 'forms'],
  ['line', 'precedence'],
  ['floor', 'recent'],
  ['roles', 'permissions'],
  ['visitors', 'tags'],
  ['visitor_merges', 'moved'],
  ['providers', 'domains'],
  ['erasures', 'plan'],
  ['erasures', 'counts'],
]

test('no column of JSON is left out here', () => {
  const file = new Database(path, { readonly: true })
  const tables = file.query<{ sql: string }, []>('select sql from sqlite_master').all()
  // Text without a limit is JSON, but for these.
  const free = tables.flatMap(({ sql }) => {
    const limited = [...(sql ?? '').matchAll(/length\("(\w+)"\)/g)].map(([, name]) => name)
    const table = sql?.match(/CREATE TABLE [`"](\w+)[`"]/)?.[1]
    const texts = [...(sql ?? '').matchAll(/`(\w+)` text/g)].map(([, name]) => name)
    return table
      ? texts.filter((name) => !limited.includes(name)).map((name) => `${table}.${name}`)
      : []
  })
  const plain = [
    ...['mail.problem', 'settings.value', 'search_docs.words', 'canned_replies.body'],
    ...[
      'views.query',
      'conversations.search_keys',
      'pushes.endpoint',
      'drafts.text',
      'scheduled.text',
      'letters.problem',
      ...['providers.issuer', 'providers.client_id', 'providers.client_secret'],
      ...['passkeys.credential', 'passkeys.public_key'],
      'erasures.problem',
    ],
  ]
  expect(free.filter((name) => !plain.includes(name)).toSorted()).toEqual(
    damaged.map((one) => one.join('.')).toSorted(),
  )
  file.close()
})

describe('what is no JSON any more', () => {
  test('keeps its own actor from being loaded', async () => {
    await expect(store.turns.load('conversation:lamp')).rejects.toThrow(Damaged)
  })

  test('leaves lists and pages what else they show', async () => {
    const { agents, conversations, departments, transcripts, turns } = store
    expect(await conversations.row('lamp')).toMatchObject({ id: 'lamp', unread: 0, tags: [] })
    expect(await conversations.find('lamp')).toMatchObject({ id: 'lamp', seenByAgent: 0 })
    expect((await conversations.lineHeads(['shoes'], 9, 0))[0]?.rows.map(({ id }) => id)).toEqual([
      'lamp',
    ])
    expect(await agents.all()).toEqual([
      agentRow('ana', { departments: [], settings: agentSettings.initial }),
    ])
    const [shoes] = await departments.all()
    expect(shoes).toMatchObject({ id: 'shoes', settings: departmentSettings.initial })
    expect((await transcripts.last('lamp', 9)).map(({ body }) => body)).toEqual([{ kind: 'note' }])
    expect(await store.canned.all()).toMatchObject([{ code: 'hello', bodies: {}, departments: [] }])
    expect(await store.macros.all()).toMatchObject([{ name: 'greet', acts: [], departments: [] }])
    expect(await store.audit.newest(1)).toMatchObject([{ id: 'act-1' }])
    expect(await store.visits.of('vera')).toMatchObject({ visitor: 'vera', pages: [] })
    expect(await store.profiles.find('ana')).toMatchObject({ notices: initialNotices })
    expect(await turns.decisions('lamp')).toMatchObject([
      { chosen: 'ana', candidates: [], others: {} },
    ])
    expect(await turns.chosenAt('lamp', 'ana')).toBe(5)
  })

  test('reads in a line as if nobody had passed, on a floor as if nothing rang', async () => {
    const reads = await store.turns.reads({ department: 'shoes', line: 9, conversation: 'lamp' })
    expect(reads.row?.refused).toEqual([])
    expect(reads.floor[0]?.offers).toEqual([])
  })

  test('lets nobody in by a service of which it is not known whose addresses may', async () => {
    expect((await store.providers.find('p'))?.domains).toEqual(['damaged.invalid'])
  })

  test('is told of an event, in the post and in a journal', async () => {
    expect(await store.mail.due(9e12, 9)).toMatchObject([{ id: 'tell', event: null }])
    expect(await store.turns.journal('conversation:lamp', 0, 9)).toMatchObject([{ event: null }])
  })
})
