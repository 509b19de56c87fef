import { expect, test } from 'bun:test'
import { ask } from '../chaos/ask'
import { scratchFolder } from '../support/programs'
import { countCalls } from './counted-store'
import { openGauged } from './gauged-desk'
import { type Change, causedBy } from './line-changes'

test('calls of a store are counted and answered as ever', async () => {
  const counter = countCalls()
  const conversations = { row: async (id: string) => `row ${id}` }
  const agents = { all: async () => [] }
  const store = counter.around({ shared: false, conversations, agents } as never)
  expect(String(await store.conversations.row('one'))).toBe('row one')
  await Promise.all([store.conversations.row('two'), store.agents.all()])
  expect(store.shared).toBe(false)
  expect(counter.look()).toEqual({ 'conversations.row': 2, 'agents.all': 1 })
  expect(counter.look()).toEqual({})
})

test('a desk with gauges says what its store was asked and for how long it stood still', async () => {
  const desk = await openGauged(scratchFolder())
  try {
    await desk.read()
    const form = { name: 'Vera', text: 'Hello', client_id: 'hello-of-vera' }
    expect(await ask(`${desk.url}/chat`, { form })).toMatchObject({ status: 303 })
    const { calls } = await desk.read()
    expect(calls['turns.commit']).toBeGreaterThan(0)
    process.kill(desk.pid, 'SIGSTOP')
    await Bun.sleep(400)
    process.kill(desk.pid, 'SIGCONT')
    const { stall, work } = await desk.read()
    expect(stall).toBeGreaterThan(300)
    expect(stall).toBeLessThan(2_000)
    // It was kept from working, and is not blamed for it.
    expect(work).toBeLessThan(200)
  } finally {
    await desk.stop()
  }
}, 30_000)

test('a change is charged with what it costs beyond the same one while nobody looks', () => {
  const change = (rows: number, at = 0): Change => ({
    ...{ kind: 'joined', bytes: 0 },
    calls: { 'conversations.row': rows, 'departments.find': 1, 'accounts.session': at },
  })
  const many = [change(101), change(101, 100), change(150)]
  const none = [change(1), change(1), change(1)]
  const { sum, calls } = causedBy('joined', many, none)
  expect({ sum, calls }).toEqual({ sum: 100, calls: [{ name: 'conversations.row', more: 100 }] })
  expect(causedBy('left', many, none).sum).toBe(0)
})
