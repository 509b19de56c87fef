import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newToken } from '../../src/commands/tokens'
import { paths } from '../../views/paths'
import { waitFor } from '../support/programs'
import { type App, type Hired, hire, newClientId, openApp, setReady, visit } from './app'
import { restingDigest } from './rows'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const many = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))
const start = (cookie: string, form: Record<string, string>) =>
  app.ask('POST', paths.chat.page, { cookie, form, accept: 'json' })
const saidIn = async (conversation: string) =>
  (await app.store.transcripts.after(conversation, 0, 200)).filter(
    ({ body }) => body.kind === 'text',
  )

test('fifty first messages of one browser are one conversation with fifty messages', async () => {
  const cookie = `visitor=${newToken()}`
  const all = await many(50, (n) => start(cookie, { text: `${n}`, client_id: newClientId() }))
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]))
  const conversations = new Set(all.map(({ text }) => JSON.parse(text).conversation as string))
  expect(conversations.size).toBe(1)
  const [conversation = ''] = conversations
  const said = await saidIn(conversation)
  expect(new Set(said.map(({ text }) => text)).size).toBe(50)
  const entries = await app.store.transcripts.after(conversation, 0, 200)
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1))
})

test('one first message sent fifty times is said once', async () => {
  const cookie = `visitor=${newToken()}`
  const form = { text: 'Once', client_id: newClientId() }
  const all = await many(50, () => start(cookie, form))
  const conversations = new Set(all.map(({ text }) => JSON.parse(text).conversation as string))
  expect(conversations.size).toBe(1)
  expect(await saidIn([...conversations][0] ?? '')).toHaveLength(1)
})

test('of fifty who take one conversation one has it, and nobody else is any fuller', async () => {
  const agents: Hired[] = []
  for (let n = 0; n < 5; n += 1) agents.push(await hire(app, `Agent${n}`, { capacity: 2 }))
  const { conversation } = await visit(app, { text: 'Who takes me?' })
  const names = ['claim', 'acceptance'] as const
  for (const agent of agents) await setReady(app, agent)
  const all = await many(50, (n) =>
    app.ask('POST', paths.workbench[names[n % 2] ?? 'claim'](conversation), {
      cookie: agents[n % agents.length]?.cookie ?? '',
      accept: 'json',
    }),
  )
  for (const { status } of all) expect([204, 409]).toContain(status)
  await restingDigest(app)
  const row = await app.store.conversations.find(conversation)
  expect(row?.state).toBe('active')
  // The others of this desk may have got chats that waited; nobody more than they may hold.
  for (const { id } of agents) {
    const agent = await app.store.agents.find(id)
    const held = await app.store.conversations.held(id)
    expect(agent?.load).toBe(held.length)
    expect(held.length).toBeLessThanOrEqual(2)
    expect(held.some((one) => one.id === conversation)).toBe(id === row?.agent)
  }
})

test('ending, rating, reopening and writing at once leaves one whole story', async () => {
  const { cookie, conversation } = await visit(app)
  const { chat } = paths
  const acts = [chat.closure, chat.rating, chat.reopening, chat.messages, chat.page] as const
  for (let round = 0; round < 5; round += 1) {
    const all = await many(20, (n) => {
      const path = acts[n % acts.length] ?? chat.closure
      const words = { text: `${round} ${n}`, client_id: newClientId() }
      const form: Record<string, string> = path === chat.rating ? { stars: '5' } : words
      return app.ask('POST', path, { cookie, form, accept: 'json' })
    })
    for (const { status } of all) expect([201, 204, 409]).toContain(status)
  }
  await waitFor('it to rest', async () => Boolean(await restingDigest(app)))
  const entries = await app.store.transcripts.after(conversation, 0, 200)
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1))
  expect(new Set(entries.map(({ clientId }) => clientId)).size).toBe(entries.length)
})

test('nothing of all that was a fault', () => {
  expect(app.lines.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([])
})
