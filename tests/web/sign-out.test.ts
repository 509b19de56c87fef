import { afterAll, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import {
  goOnDuty,
  hire,
  openTestDesk,
  PASSWORD,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { actionsOf, hidden, openTab } from './tab'

const { workbench, session } = paths
const { signingOut, signedOut } = wordsIn('en').pages

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const enter = async (name: string) => {
  const tab = openTab(desk)
  const form = { email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }
  return { tab, page: await tab.submit(session.signIn, form) }
}
const loadOf = async (id: string) => (await desk.desk.store.agents.find(id))?.load

test('who holds conversations is asked before they go back to the line, and may stay', async () => {
  const ana = await hire(desk, 'Ana')
  await goOnDuty(desk, ana)
  const { tab, page } = await enter('Ana')
  const asks = { asks: hidden(page, 'asks') }
  for (const name of ['Vera', 'Vito']) await visit(desk, name)
  await until(async () => (await loadOf(ana.id)) === 2)

  const question = await tab.submit(session.signOut, asks)
  expect(question.to).toBe(session.signOut)
  expect(question.text).toContain(signingOut.held(2))
  expect(question.text).toContain(`href="${workbench.page}"`)
  expect(await loadOf(ana.id)).toBe(2)
  expect((await tab.get(workbench.page)).status).toBe(200)

  // At another machine she stays on duty, so that nothing goes back.
  const { tab: other } = await enter('Ana')
  expect((await other.post(session.signOut, asks)).text).toContain(signedOut.title)
  expect(await loadOf(ana.id)).toBe(2)

  expect(actionsOf(question)).toContain(session.signOut)
  expect((await tab.post(session.signOut, { unsent_words: 'keep' })).text).toContain(
    signedOut.title,
  )
  await until(async () => (await loadOf(ana.id)) === 0)
  expect((await tab.get(workbench.page)).status).toBe(303)
})

test('who has words that are not sent is asked, and what becomes of them is handed on', async () => {
  const amir = await hire(desk, 'Amir')
  const { tab, page } = await enter('Amir')
  const asks = { asks: hidden(page, 'asks') }
  const question = await tab.submit(session.signOut, { ...asks, unsent: '1' })
  expect(question.text).toContain(signingOut.lead)
  expect(question.text).toContain(`data-principal="${amir.id}"`)
  // Without a script there is nothing in the browser, and nothing is said of it.
  expect(question.text.replace(/data-\w+="[^"]*"/g, '')).not.toContain(signingOut.unsent)
  expect((await tab.post(session.signOut, { words: 'forget' })).status).toBe(422)
  const left = await tab.post(session.signOut, { unsent_words: 'delete' })
  expect(left.text).toContain(`data-signed-out="${amir.id}" data-unsent-words="delete"`)
})

test('who would lose nothing, a program, and who is out already are not asked', async () => {
  await hire(desk, 'Bea')
  const { tab, page } = await enter('Bea')
  const asks = { asks: hidden(page, 'asks') }
  expect((await tab.post(session.signOut, asks)).text).toContain(signedOut.title)
  const late = await tab.post(session.signOut, { ...asks, unsent: '1' })
  expect(late.text).toContain('data-signed-out="" data-unsent-words="delete"')
  expect((await tab.get(session.signOut)).headers.get('Location')).toBe(session.signIn)
})
