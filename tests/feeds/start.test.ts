import { afterAll, beforeAll, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { configureDepartment } from '../../src/commands/departments/configure'
import { openDepartment } from '../../src/commands/departments/named'
import { start } from '../../src/commands/visitors/start'
import { withQueueStatus } from '../../src/reads/queue-status'
import { readChat } from '../../src/reads/visitor-status'
import { wordsIn } from '../../views/words'
import { openTestClock } from '../support/clock'
import { clientId, goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { Screen } from './page'

const words = wordsIn('en').chat
const { clock, pass, until } = openTestClock()

let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ana = await hire(desk, 'Ana', 1)
})
afterAll(() => desk.close())

const become = (status: string) => setStatus(desk.desk, ana, { status })

/** The form before a chat, as it stands open before somebody. */
const openForm = (id: string, language: 'en' | 'zh' = 'en') => {
  const screen = new Screen(true)
  desk.web.feeds.start({ id, language, zone: 'UTC' }, screen, { address: '127.0.0.1' })
  return screen.open()
}
const says = (screen: Screen, part: string) => screen.swaps(part).at(-1) ?? ''

test('the form before a chat says who is there, as they come and go', async () => {
  const [vera, vito, mei] = [openForm('vera'), openForm('vito'), openForm('mei', 'zh')]
  await until(() => says(vera, 'start').includes(words.leave))
  expect(says(vera, 'expectation')).toContain(words.nobodyHere)

  await goOnDuty(desk, ana)
  await until(() => says(vera, 'start').includes(words.start))
  expect(says(vera, 'expectation')).not.toContain(words.nobodyHere)
  await until(() => says(mei, 'start').includes(wordsIn('zh').chat.start))
  // It is drawn once for all who read the same, and again only when it says something else.
  expect(vera.frames.length).toBe(6)
  await until(() => vito.frames.length === 6)
  for (const [n, frame] of vera.frames.entries()) expect(vito.frames[n]).toBe(frame)

  await become('off')
  await until(() => says(vera, 'start').includes(words.leave))
  for (const screen of [vera, vito, mei]) screen.leave()
})

test('where their language is required, somebody is there for those alone whom they could be given', async () => {
  const { system, clock: time } = desk.desk
  const speaks = (languages: string) =>
    system.send(addressOf('agent', ana.id), {
      type: 'changed',
      at: time.now(),
      changes: { languages },
    })
  const required = (languageRule: 'any' | 'required') =>
    configureDepartment(desk.desk, 'support', { languageRule })
  await become('ready')
  const [vera, mei] = [openForm('vera'), openForm('mei', 'zh')]
  await until(() => says(mei, 'start').includes(wordsIn('zh').chat.start))
  await speaks('en')
  expect(await required('required')).toBeNull()
  await until(() => says(mei, 'expectation').includes(wordsIn('zh').chat.nobodyHere))
  expect(says(vera, 'start')).toContain(words.start)
  // The page says the same once they wait, and so does the list of colleagues.
  const from = { address: '203.0.113.9', language: 'zh' }
  const form = { name: 'Mei', text: '你好', client_id: clientId() }
  const started = await start(desk.desk, null, form, from)
  if (isProblem(started)) throw started
  const statusOf = async () => {
    const row = await desk.desk.store.conversations.find(started.conversation)
    return row && (await readChat(desk.web.reads, row, 'zh')).status.state
  }
  expect(await statusOf()).toBe('left')
  await until(async () => {
    const [head] = await desk.desk.store.conversations.lineHeads(['support'], 9, 0)
    const marked = await withQueueStatus(desk.web.reads, head?.rows ?? [])
    return marked.rows.some(({ state }) => state === 'left')
  })
  await speaks('en\nzh')
  await until(() => says(mei, 'start').includes(wordsIn('zh').chat.start))
  await until(async () => (await statusOf()) === 'active')
  expect(await end(desk.desk, ana, started.conversation)).toBeNull()
  await speaks('')
  expect(await required('any')).toBeNull()
  for (const screen of [vera, mei]) screen.leave()
})

test('it says how many come first, and reads lines that move only now and then', async () => {
  await become('ready')
  const vera = openForm('vera')
  await until(() => says(vera, 'start').includes(words.start))
  for (const name of ['Nora', 'Nils', 'Nuri']) await visit(desk, name)
  await until(async () => {
    await pass(1_000)
    return says(vera, 'expectation').includes(words.lineBefore(2))
  })
  vera.leave()
})

test('where one chooses, each department says so of itself, and the choice is left alone', async () => {
  await openDepartment(desk.desk, 'Billing')
  await hire(desk, 'Amir')
  const vera = openForm('vera')
  await until(() => vera.swaps('choice-support').length > 0)
  expect(says(vera, 'choice-support')).toContain('hx-swap="innerMorph"')
  await become('off')
  await until(() => says(vera, 'choice-support').includes(words.unstaffed))
  vera.leave()
})
