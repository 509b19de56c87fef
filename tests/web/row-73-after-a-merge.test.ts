import { afterAll, expect, test } from 'bun:test'
import { sendScheduled } from '../../src/system/scheduled'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { json } from './ask'
import { openTwoTalks } from './two-talks'

const { chat, workbench } = paths
const talks = await openTwoTalks()
const { clock, harness, ask, cookies, post, merge, textsOf, contextOf, two, hasMerged } = talks
afterAll(() => talks.close())

test('what is changed or taken back after a merge is so where it came from, too, with its file', async () => {
  const { phone, laptop } = await two()
  const cookie = `visitor=${phone.token}`
  const [wrong, secret] = [clientId(), clientId()]
  const said = { text: 'It is green', client_id: wrong }
  expect((await ask('POST', chat.messages, { cookie, form: said, headers: json })).status).toBe(201)
  const words = { text: 'My card number', client_id: secret }
  expect((await ask('POST', chat.messages, { cookie, form: words, headers: json })).status).toBe(
    201,
  )
  const { files } = harness.store
  const file = { id: crypto.randomUUID(), name: 'card.txt', type: 'text/plain', bytes: 4 }
  await files.expect({ id: file.id, conversation: phone.conversation, at: 1 })
  await files.arrived([file], secret)
  await files.said([file.id])
  await merge(phone.conversation, laptop.conversation)
  await clock.until(hasMerged(laptop.conversation))
  const change = (path: string, form: Record<string, string>) =>
    ask('POST', path, { cookie, form, headers: json })
  await clock.until(
    async () =>
      (await change(chat.revision(`desk-m1-${wrong}`), { text: 'It is red' })).status === 200,
  )
  expect((await change(chat.withdrawal(`desk-m1-${secret}`), {})).status).toBe(200)
  await clock.until(async () => !(await textsOf(phone.conversation)).join().includes('My card'))
  expect(await textsOf(phone.conversation)).toContain('Vera (phone): It is red')
  expect(await files.find(file.id)).toBeUndefined()
  for (const id of [phone.conversation, laptop.conversation]) {
    const all = await harness.store.transcripts.after(id, 0, 200)
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, nth) => nth + 1))
    expect(JSON.stringify(all)).not.toMatch(/It is green|My card/)
    const journal = await harness.store.turns.journal(`conversation:${id}`, 0, 200)
    expect(JSON.stringify(journal)).not.toMatch(/It is red|It is green|My card/)
  }
  // Taken apart, it is as it was said last.
  await post(workbench.unmerge(laptop.conversation), { from: phone.conversation })
  const isApart = async () => (await contextOf(phone.conversation))?.mergedInto === null
  await clock.until(isApart)
  expect((await textsOf(phone.conversation)).join()).toContain('It is red')
})

test('what is to be sent later goes on with the talk, and back when it is taken apart', async () => {
  const { phone, laptop } = await two()
  const { scheduled } = harness.store
  const form = (text: string) => ({ text, client_id: clientId(), send_at: '2h' })
  const later = form('Your lamp has come')
  for (const one of [later, form('Have a nice day')])
    expect((await post(workbench.messages(phone.conversation), one, cookies.ana)).status).toBe(201)
  await merge(phone.conversation, laptop.conversation)
  await clock.until(hasMerged(laptop.conversation))
  expect(await scheduled.of(phone.conversation)).toEqual([])
  const came = await scheduled.of(laptop.conversation)
  const first = came.find(({ text }) => text === later.text)
  expect(first).toMatchObject({ clientId: `desk-m1-${later.client_id}`, held: '', name: 'Ana' })
  // Nobody has written since: it is said, once.
  if (first) for (const _ of [1, 2]) await sendScheduled(harness.desk.desk, first)
  const said = (await textsOf(laptop.conversation)).filter((text) => text.includes(later.text))
  expect(said).toEqual(['Ana: Your lamp has come'])
  await post(workbench.unmerge(laptop.conversation), { from: phone.conversation })
  await clock.until(async () => (await contextOf(phone.conversation))?.mergedInto === null)
  expect(await scheduled.of(laptop.conversation)).toEqual([])
  const back = await scheduled.of(phone.conversation)
  expect(back.map(({ text, held }) => [text, held])).toEqual([['Have a nice day', 'ended']])
})

test('what its visitor wrote since holds what is to be sent later after a merge, too', async () => {
  const { phone, laptop } = await two()
  const later = { text: 'Still there?', client_id: clientId(), send_at: '2h' }
  expect((await post(workbench.messages(phone.conversation), later, cookies.ana)).status).toBe(201)
  await harness.write(phone.person, phone.conversation, 'I am here')
  await merge(phone.conversation, laptop.conversation)
  await clock.until(hasMerged(laptop.conversation))
  const [came] = await harness.store.scheduled.of(laptop.conversation)
  if (!came) throw new Error('nothing came')
  await sendScheduled(harness.desk.desk, came)
  expect((await harness.store.scheduled.of(laptop.conversation))[0]?.held).toBe('visitor')
  expect((await textsOf(laptop.conversation)).join()).not.toContain('Still there?')
})

test('what was said before a merge and comes once more after it is said once', async () => {
  const { phone, laptop } = await two()
  const cookie = `visitor=${phone.token}`
  const form = { text: 'It hums, too', client_id: clientId() }
  const say = (more = {}) =>
    ask('POST', chat.messages, { cookie, form: { ...form, ...more }, headers: json })
  expect((await say()).status).toBe(201)
  await merge(phone.conversation, laptop.conversation)
  await clock.until(hasMerged(laptop.conversation))
  const visitor = async () => harness.desk.desk.system.current(`visitor:${phone.person.id}`)
  await clock.until(async () => (await visitor())?.context.conversation === laptop.conversation)
  const again = await say()
  expect([again.status, JSON.parse(again.text).client_id]).toEqual([
    200,
    `desk-m1-${form.client_id}`,
  ])
  const copies = async () =>
    (await textsOf(laptop.conversation)).filter((text) => text.includes('It hums'))
  expect(await copies()).toHaveLength(1)
  const other = await say({ text: 'Something else' })
  expect([other.status, JSON.parse(other.text).error.reason]).toEqual([409, 'otherText'])
  // Taken apart again it is where it was said, and what was said meanwhile is not said there again.
  const since = { text: 'Any news?', client_id: clientId() }
  expect((await ask('POST', chat.messages, { cookie, form: since, headers: json })).status).toBe(
    201,
  )
  await post(workbench.unmerge(laptop.conversation), { from: phone.conversation })
  await clock.until(async () => (await visitor())?.context.conversation === phone.conversation)
  expect((await ask('POST', chat.reopening, { cookie, form: {}, headers: json })).status).toBe(204)
  for (const form of [since, since]) {
    const late = await ask('POST', chat.messages, { cookie, form, headers: json })
    expect(late.status).toBe(200)
  }
  expect((await textsOf(phone.conversation)).join()).not.toContain('Any news?')
})
