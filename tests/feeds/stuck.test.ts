import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Person } from '../../actors/people'
import { say } from '../../src/commands/conversations/say'
import { clientId, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { Screen } from './page'

/** A desk that finds a snapshot nobody can read, and what stood there before. */
let desk: TestDesk
let vera: Awaited<ReturnType<typeof visit>>
let good = ''
const folder = scratchFolder()
const stand = (snapshot?: string): string => {
  const file = new Database(join(folder, 'bellhop.db'))
  const address = `conversation:${vera.conversation}`
  const [row] = file.query('select snapshot from actors where address = ?').all(address)
  if (snapshot !== undefined)
    file.query('update actors set snapshot = ? where address = ?').run(snapshot, address)
  file.close()
  return (row as { snapshot: string }).snapshot
}
beforeAll(async () => {
  const before = await openTestDesk({ env: { DATA_DIR: folder } })
  vera = await visit(before, 'Vera')
  await before.close()
  good = stand('{"shape":1')
  desk = await openTestDesk({ env: { DATA_DIR: folder } })
})
afterAll(() => desk.close())

const readerOf = (viewer: string, audience: 'visitor' | 'desk') =>
  ({ audience, language: 'en', zone: 'UTC', viewer }) as const
const from = { address: '127.0.0.1' }

const visitorScreen = () => {
  const screen = new Screen()
  const seen = { conversation: vera.conversation, after: 0 }
  const reader = readerOf(vera.person.id, 'visitor')
  desk.web.feeds.visitor(vera.person, { ...seen, reader }, screen, from)
  return screen.open()
}

const agentScreen = () => {
  const staff = { kind: 'staff', id: 'olga', name: 'Olga', role: 'admin', departments: [] } as const
  const reader = readerOf(staff.id, 'desk')
  const room = { conversation: vera.conversation, after: 0, reader }
  const seen = { reader, list: { view: 'mine' }, selected: vera.conversation, room } as const
  const screen = new Screen()
  desk.web.feeds.bench({ staff, check: async () => staff }, seen, screen, from)
  return screen.open()
}
const newest = (screen: Screen, id: string) => screen.swaps(id).at(-1) ?? ''
const write = async (person: Person) => {
  const form = { text: 'Still there?', client_id: clientId() }
  return say(desk.desk, person, vera.conversation, form, from)
}
const chatPage = async () => {
  const cookie = `visitor=${vera.token}`
  return (await desk.request('/chat', { headers: { Host: 'desk.test', Cookie: cookie } })).text()
}

test('who has a conversation open that cannot go on is told so, and when it goes on', async () => {
  const [visitor, agent] = [visitorScreen(), agentScreen()]
  await until(() => newest(visitor, 'status') && newest(agent, 'stuck'))
  const feet = visitor.swaps('foot').length

  expect(await write(vera.person)).toMatchObject({ code: 'conflict', reason: 'parked' })
  await until(() => newest(visitor, 'status').includes('data-state="stuck"'))
  expect(newest(visitor, 'status')).toContain('This chat has stopped for now')
  await until(() => newest(agent, 'stuck').includes('broken'))
  // Whoever was writing keeps what they wrote.
  expect(visitor.swaps('foot')).toHaveLength(feet)
  expect(await chatPage()).toContain('This chat has stopped for now')

  stand(good)
  expect(await write(vera.person)).toMatchObject({ repeat: false })
  await until(() => !newest(visitor, 'status').includes('data-state="stuck"'))
  await until(() => !newest(agent, 'stuck').includes('broken'))
  expect(await chatPage()).not.toContain('This chat has stopped for now')
})
