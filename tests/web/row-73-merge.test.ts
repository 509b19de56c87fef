import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { MERGE_UNDO_MS } from '../../actors/limits'
import { sendScheduled } from '../../src/system/scheduled'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { openTestClock, type TestClock } from '../support/clock'
import { clientId, hire } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Ask, askOf, json, signIn } from './ask'

const { chat, workbench } = paths
let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let cookies: Record<'ana' | 'sina', string>
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  cookies = { ana: await signIn(ask, 'Ana'), sina: await signIn(ask, 'Sina') }
})
afterAll(() => harness.desk.close())

const post = (path: string, form: Record<string, string> = {}, cookie = cookies.sina) =>
  ask('POST', path, { cookie, form, headers: json })
const merge = (id: string, into: string, cookie = cookies.sina) =>
  post(workbench.merge(id), { into }, cookie)
const linesOf = (id: string) => harness.store.transcripts.last(id, 100)
const textsOf = async (id: string) =>
  (await linesOf(id)).filter(({ text }) => text !== '').map(({ name, text }) => `${name}: ${text}`)
const contextOf = async (id: string) =>
  (await harness.desk.desk.system.current<'conversation'>(`conversation:${id}`))?.context

/** Two conversations: one of Vera's on her phone, one on her laptop; Ana holds both. */
const two = async () => {
  const phone = await harness.talk('Vera (phone)')
  const laptop = await harness.talk('Vera (laptop)')
  await harness.write(harness.ana, phone.conversation, 'Hello there')
  await harness.write(phone.person, phone.conversation, 'My lamp is broken')
  await harness.write(laptop.person, laptop.conversation, 'It is the same lamp')
  return { phone, laptop }
}
const hasMerged = (id: string) => async () => ((await contextOf(id))?.merges.length ?? 0) > 0

describe('two conversations', () => {
  test('become one, with all that was said, in order and under its own names and times', async () => {
    const { phone, laptop } = await two()
    const note = { text: `${NOTE}: a gift`, client_id: clientId() }
    await post(workbench.notes(phone.conversation), note, cookies.ana)
    const before = await linesOf(phone.conversation)
    const done = await merge(phone.conversation, laptop.conversation)
    expect(done.status).toBe(204)
    await clock.until(hasMerged(laptop.conversation))
    const all = await linesOf(laptop.conversation)
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, nth) => nth + 1))
    const came = all.slice(-before.length)
    for (const part of ['by', 'author', 'name', 'at', 'text', 'body'] as const)
      expect(came.map((line) => line[part])).toEqual(before.map((line) => line[part]))
    expect((await contextOf(laptop.conversation))?.lastSeq).toBe(all.at(-1)?.seq)
    expect((await harness.store.conversations.row(laptop.conversation))?.preview).toBe(
      'My lamp is broken',
    )
    const row = await harness.store.conversations.row(phone.conversation)
    expect([row?.state, row?.mergedInto]).toEqual(['closed', laptop.conversation])
    // The same again is done, and nothing comes twice.
    expect((await merge(phone.conversation, laptop.conversation)).status).toBe(204)
    expect(await linesOf(laptop.conversation)).toHaveLength(all.length)
    const audit = await harness.store.audit.newest(1)
    expect(audit[0]).toMatchObject({ actorName: 'Sina', act: 'merged' })
    const again = await harness.desk.desk.store.turns.journal(
      `conversation:${laptop.conversation}`,
      0,
      100,
    )
    expect(JSON.stringify(again)).not.toContain('My lamp is broken')
  })

  test('show one page to their visitor, wherever they open it, and nothing of a note', async () => {
    const { phone, laptop } = await two()
    const screens = [
      harness.follow(phone.person, phone.conversation, 0),
      harness.follow(laptop.person, laptop.conversation, 0),
    ]
    const note = { text: `${NOTE}: a gift`, client_id: clientId() }
    await post(workbench.notes(phone.conversation), note, cookies.ana)
    await merge(phone.conversation, laptop.conversation)
    await clock.until(() => screens[1]?.has('My lamp is broken'))
    await clock.until(() => screens[0]?.ended === 'forbidden')
    const cookie = `visitor=${phone.token}`
    const page = await ask('GET', chat.page, { cookie })
    expect(page.text).toContain('It is the same lamp')
    const form = { text: 'I write from my phone', client_id: clientId() }
    expect((await ask('POST', chat.messages, { cookie, form, headers: json })).status).toBe(201)
    expect((await textsOf(laptop.conversation)).at(-1)).toContain('I write from my phone')
    await clock.until(() => screens[1]?.has('I write from my phone'))
    for (const screen of screens) screen.leave()
  })

  test('are two again for who takes it back within a day: nothing of the one is in the other', async () => {
    const { phone, laptop } = await two()
    const note = { text: `${NOTE}: a gift`, client_id: clientId() }
    await post(workbench.notes(phone.conversation), note, cookies.ana)
    const before = { phone: await textsOf(phone.conversation) }
    await merge(phone.conversation, laptop.conversation)
    await clock.until(hasMerged(laptop.conversation))
    const screen = harness.follow(laptop.person, laptop.conversation, 0)
    await clock.until(() => screen.has('My lamp is broken'))
    const from = { from: phone.conversation }
    expect((await post(workbench.unmerge(laptop.conversation), from, cookies.ana)).status).toBe(403)
    expect((await post(workbench.unmerge(laptop.conversation), from)).status).toBe(204)
    // Once more, as after an answer that was lost.
    expect((await post(workbench.unmerge(laptop.conversation), from)).status).toBe(204)
    const row = () => harness.store.conversations.row(phone.conversation)
    await clock.until(async () => (await row())?.mergedInto === null)
    expect(await textsOf(phone.conversation)).toEqual(before.phone)
    expect((await textsOf(laptop.conversation)).join()).not.toContain('My lamp is broken')
    await clock.until(() => screen.has('Moved to another chat'))
    // What the desk said there goes from the open page as well; of the note it was never told.
    await clock.until(() => screen.has('hx-target="#e-m1-desk-2" hx-swap="delete"'))
    expect(screen.has(note.client_id)).toBe(false)
    const page = await ask('GET', chat.page, { cookie: `visitor=${laptop.token}` })
    expect(page.text).not.toContain('My lamp is broken')
    const phoned = await ask('GET', chat.page, { cookie: `visitor=${phone.token}` })
    expect(phoned.text).toContain('My lamp is broken')
    expect(phoned.text).not.toContain('It is the same lamp')
    const seqs = (await harness.store.transcripts.after(laptop.conversation, 0, 100)).map(
      ({ seq }) => seq,
    )
    expect(seqs).toEqual(seqs.map((_, nth) => nth + 1))
    screen.leave()
    // And merged anew.
    expect((await merge(phone.conversation, laptop.conversation)).status).toBe(204)
    await clock.until(hasMerged(laptop.conversation))
    expect((await textsOf(laptop.conversation)).join()).toContain('My lamp is broken')
  })
})

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
    async () => (await change(chat.revision(`m1-${wrong}`), { text: 'It is red' })).status === 200,
  )
  expect((await change(chat.withdrawal(`m1-${secret}`), {})).status).toBe(200)
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
  expect(first).toMatchObject({ clientId: `m1-${later.client_id}`, held: '', name: 'Ana' })
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
  expect([again.status, JSON.parse(again.text).client_id]).toEqual([200, `m1-${form.client_id}`])
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

test('what cannot be merged is refused with a sentence, and nothing is done', async () => {
  const { phone, laptop } = await two()
  const [one, other] = [phone.conversation, laptop.conversation]
  expect((await merge(one, other, cookies.ana)).status).toBe(403)
  expect((await merge(one, one)).status).toBe(422)
  expect((await merge(one, 'nowhere')).status).toBe(422)
  await post(workbench.closure(other), {}, cookies.ana)
  expect((await merge(one, other)).status).toBe(422)
  // One that has ended goes on in one that is open, here named by its page.
  const page = `http://desk.test${workbench.conversation(one)}?view=line`
  expect((await merge(other, page)).status).toBe(204)
  await clock.until(hasMerged(one))
  expect((await textsOf(one)).at(-1)).toBe('Vera (laptop): It is the same lamp')
  expect((await merge(other, phone.conversation)).status).toBe(204)
  expect((await post(workbench.claim(other), {}, cookies.ana)).status).toBe(409)
  const cookie = `visitor=${laptop.token}`
  expect((await ask('GET', chat.page, { cookie })).text).toContain('My lamp is broken')
})

test('two that were merged stay one after a day', async () => {
  const { phone, laptop } = await two()
  await merge(phone.conversation, laptop.conversation)
  await clock.until(hasMerged(laptop.conversation))
  clock.jump(MERGE_UNDO_MS + 1)
  const cookie = await signIn(ask, 'Sina')
  const from = { from: phone.conversation }
  const late = await post(workbench.unmerge(laptop.conversation), from, cookie)
  expect(late.status).toBe(409)
})
