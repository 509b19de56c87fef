import { afterAll, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { say } from '../../src/commands/conversations/say'
import { KEYS_MS, typing } from '../../src/commands/conversations/typing'
import { openTestClock } from '../support/clock'
import { clientId, goOnDuty, hire, openTestDesk, visit } from '../support/desk'

const { clock, pass, until } = openTestClock()
const opened = await openTestDesk({ clock })
afterAll(() => opened.close())
const { desk } = opened
const ana = await hire(opened, 'Ana')
await goOnDuty(opened, ana)
const { person: vera, conversation: id } = await visit(opened, 'Vera')
await until(async () => (await desk.store.conversations.find(id))?.agent === ana.id)

const told: string[] = []
desk.bus.subscribe(`conversation:${id}`, ({ what, by }) => {
  if (what === 'typing' || what === 'paused') told.push(`${by} ${what}`)
})
const rest = async () => {
  await pass(2 * KEYS_MS)
  told.length = 0
}

test('twelve signals a second become one every two seconds, of each person', async () => {
  for (let n = 0; n < 120; n++) {
    await typing(desk, vera, id)
    await typing(desk, ana, id)
    await pass(1_000 / 12)
  }
  const of = (who: string) => told.filter((one) => one === `${who} typing`).length
  expect([of('visitor'), of('agent')]).toEqual([5, 5])
  await rest()
})

test('signals that come together are one', async () => {
  await Promise.all(Array.from({ length: 20 }, () => typing(desk, vera, id)))
  expect(told).toEqual(['visitor typing'])
  await rest()
})

test('that they stopped is told at once, and what follows in its turn', async () => {
  for (const what of ['typing', 'paused', 'typing', 'paused', 'typing', 'typing'] as const)
    await typing(desk, vera, id, what)
  expect(told).toEqual(['visitor typing', 'visitor paused'])
  await pass(KEYS_MS)
  expect(told.slice(2)).toEqual(['visitor typing'])
  await pass(KEYS_MS)
  expect(told).toHaveLength(3)
  await rest()
})

test('who stopped before it was told does not begin', async () => {
  for (const what of ['typing', 'paused', 'typing', 'paused'] as const)
    await typing(desk, vera, id, what)
  await pass(2 * KEYS_MS)
  expect(told).toEqual(['visitor typing', 'visitor paused'])
  told.length = 0
  await typing(desk, vera, id)
  expect(told).toEqual(['visitor typing'])
  await rest()
})

const write = (text: string) =>
  say(desk, vera, id, { text, client_id: clientId() }, { address: '127.0.0.1' })

test('what they said is out: keys after it are news, those before it are not', async () => {
  for (const what of ['typing', 'paused', 'typing'] as const) await typing(desk, vera, id, what)
  await write('There')
  await pass(2 * KEYS_MS)
  expect(told).toEqual(['visitor typing', 'visitor paused'])
  await typing(desk, vera, id)
  await write('And')
  await typing(desk, vera, id)
  expect(told.slice(2)).toEqual(['visitor typing', 'visitor typing'])
})

test('who may no longer write is not told of, whatever their page still says', async () => {
  await typing(desk, ana, id)
  const ended = await end(desk, ana, id)
  expect(ended).toBeNull()
  told.length = 0
  for (let n = 0; n < 10; n++) {
    await typing(desk, ana, id, n % 2 ? 'typing' : 'paused')
    await pass(KEYS_MS)
  }
  // What began before is said to have stopped.
  expect(told).toEqual(['agent paused'])
})
