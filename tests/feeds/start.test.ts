import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { setStatus } from '../../src/commands/agents/status'
import { openDepartment } from '../../src/commands/departments/named'
import { wordsIn } from '../../views/words'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
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
