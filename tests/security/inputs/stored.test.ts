import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { paths } from '../../../views/paths'
import { scratchFolder, waitFor } from '../../support/programs'
import {
  type App,
  type Hired,
  hire,
  newClientId,
  openApp,
  session,
  type Visit,
  visit,
} from '../app'
import { MISSING } from '../cases'
import { openStream, seqsIn } from '../live'

/** Snapshots no program of the desk has written. */
const broken = [
  ...['no JSON', '', 'null', '[]', '{}', '{"shape":99,"value":"waiting","context":{}}'],
  ...['{"shape":1,"value":"nowhere","context":{}}', '{"shape":1,"value":{"waiting":"left"}}'],
]
const DAY = 24 * 3_600_000

let app: App
let ana: Hired
let poisoned: Visit[]
let late: Visit
let gap: Visit
let orphan: Visit

/** A day at the desk, a night in which somebody works on the file, and the next morning. */
beforeAll(async () => {
  const DATA_DIR = scratchFolder()
  app = await openApp({ DATA_DIR })
  await app.ask('GET', paths.up)
  ana = await hire(app, 'Ana')
  poisoned = []
  for (const text of broken) poisoned.push(await visit(app, { text: `Broken by ${text}` }))
  ;[late, gap, orphan] = [await visit(app), await visit(app), await visit(app)]
  for (let n = 2; n <= 6; n += 1)
    await app.ask('POST', paths.chat.messages, {
      cookie: gap.cookie,
      form: { text: `Number ${n}`, client_id: newClientId() },
    })
  await app.close()
  spoil(DATA_DIR)
  app = await openApp({ DATA_DIR })
  ana.cookie = await session(app.desk, ana.id)
})
afterAll(() => app.close())

const spoil = (folder: string) => {
  const db = new Database(join(folder, 'bellhop.db'))
  for (const [n, { conversation }] of poisoned.entries())
    db.run('UPDATE actors SET snapshot = ? WHERE address = ?', [
      broken[n] ?? '',
      `conversation:${conversation}`,
    ])
  const mail = (id: string, to: string, event: string, due: number) =>
    db.run(
      `INSERT INTO mail (slot, id, to_address, event, due_at, sent, leased_until, tries, parked)
       VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)`,
      [id, id, to, event, due],
    )
  const now = Date.now()
  const room = (id: string) => `conversation:${id}`
  const nonsense = JSON.stringify({ type: 'nonsense', at: 1 })
  const closing = { at: 1, by: 'visitor', author: '', name: '', type: 'ended' }
  mail('no-json', room(late.conversation), 'no JSON', now - DAY)
  mail('nonsense', room(late.conversation), nonsense, now - DAY)
  mail('nobody', 'nobody', nonsense, now - DAY)
  mail('deleted', room(MISSING), nonsense, now - DAY)
  mail('year-9999', room(late.conversation), JSON.stringify(closing), 253_370_764_800_000)
  const three = JSON.stringify({ type: 'returned', at: 1, agent: ana.id, reason: 'lost' })
  mail('three-days-late', room(orphan.conversation), three, now - 3 * DAY)
  db.run('DELETE FROM entries WHERE conversation = ? AND seq IN (3, 4)', [gap.conversation])
  const held = db
    .query<{ snapshot: string }, [string]>('SELECT snapshot FROM actors WHERE address = ?')
    .get(room(orphan.conversation))
  const snapshot = JSON.parse(held?.snapshot ?? '{}')
  snapshot.value = { active: { turn: 'awaitingAgent', hands: 'steady' } }
  Object.assign(snapshot.context, { agent: MISSING, agentName: 'Nobody' })
  db.run('UPDATE actors SET snapshot = ? WHERE address = ?', [
    JSON.stringify(snapshot),
    room(orphan.conversation),
  ])
  db.run("UPDATE conversations SET state = 'active', agent = ?, agent_name = ? WHERE id = ?", [
    MISSING,
    'Nobody',
    orphan.conversation,
  ])
  db.close()
}

const say = (cookie: string, text = 'Are you there?') =>
  app.ask('POST', paths.chat.messages, {
    cookie,
    form: { text, client_id: newClientId() },
    accept: 'json',
  })
const page = (cookie: string) => app.ask('GET', paths.chat.page, { cookie })
const room = (id: string) =>
  app.ask('GET', paths.workbench.conversation(id), { cookie: ana.cookie })

describe('a snapshot nobody can read', () => {
  test.each(broken.map((text, n) => [text, n] as const))(
    'stops its own conversation: %s',
    async (text, n) => {
      const { cookie, conversation } = poisoned[n] ?? late
      for (const { status, text: html } of [await page(cookie), await room(conversation)]) {
        expect(status).toBe(200)
        expect(html).toContain('Broken by')
      }
      const said = await say(cookie)
      expect(said.status, text).toBe(409)
      expect(['parked', 'notInThisState']).toContain(JSON.parse(said.text).error.reason)
    },
  )

  test('and nothing else', async () => {
    const zoe = await visit(app)
    expect((await say(zoe.cookie)).status).toBe(201)
    for (const view of ['mine', 'line', 'closed'] as const) {
      const { status } = await app.ask('GET', paths.workbench.list({ view }), {
        cookie: ana.cookie,
      })
      expect(status).toBe(200)
    }
    const stream = await openStream(app.url, paths.workbench.feed(null, 0), ana)
    await waitFor('the lists', () => stream.text.includes('id="inbox"'))
    stream.leave()
    const { parked, ready } = JSON.parse((await app.ask('GET', paths.ready)).text)
    expect(ready).toBe(true)
    expect(parked).toBeGreaterThanOrEqual(broken.length - 1)
  })
})

test('mail that is late, far off, for nobody or nonsense is delivered once, waits or is set aside', async () => {
  const rows = (id: string) => {
    const db = new Database(join(app.config.dataDir, 'bellhop.db'), { readonly: true })
    const [found] = db
      .query<{ tries: number }, [string]>('SELECT tries FROM mail WHERE id = ?')
      .all(id)
    db.close()
    return found
  }
  await waitFor('what is three days late', () => !rows('three-days-late'))
  await waitFor('what cannot be delivered to be tried', () => (rows('nobody')?.tries ?? 0) > 0)
  // Brought forward to what it was meant to take it may be over by now, and it closes nothing.
  expect(rows('year-9999')?.tries ?? 0).toBe(0)
  expect(await app.store.conversations.find(MISSING)).toBeUndefined()
  expect((await say(late.cookie)).status).toBe(201)
  expect((await app.store.conversations.find(late.conversation))?.state).toBe('left')
})

test('a hole in a transcript shows the rest, and what comes next comes', async () => {
  const seqs = [1, 2, 5, 6]
  const shown = await page(gap.cookie)
  expect(
    seqsIn(shown.text)
      .filter((seq) => seq <= 6)
      .slice(0, 4),
  ).toEqual(seqs)
  for (const after of [0, 2, 3, 4]) {
    const headers = { 'Last-Event-ID': String(after) }
    const stream = await openStream(app.url, paths.chat.feed(0), { ...gap, headers })
    await waitFor(`the rest after ${after}`, () => seqsIn(stream.text).includes(6))
    const said = await say(gap.cookie, `After ${after}`)
    const { seq } = JSON.parse(said.text)
    await waitFor('what comes next', () => seqsIn(stream.text).includes(seq))
    stream.leave()
  }
})

test('whoever is held by an agent that is not there any more can still write and leave', async () => {
  for (const { status } of [await page(orphan.cookie), await room(orphan.conversation)])
    expect(status).toBe(200)
  expect((await say(orphan.cookie)).status).toBe(201)
  const { status } = await app.ask('POST', paths.chat.closure, { cookie: orphan.cookie })
  expect(status).toBe(303)
})
