import { afterAll, describe, expect, test } from 'bun:test'
import { MERGE_UNDO_MS } from '../../actors/limits'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { NOTE } from '../support/leaks'
import { json, signIn } from './ask'
import { openTwoTalks } from './two-talks'

const { chat, workbench } = paths
const talks = await openTwoTalks()
const { clock, harness, ask, cookies, post, merge, linesOf, textsOf, contextOf, two, hasMerged } =
  talks
afterAll(() => talks.close())

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
    await clock.until(() => screen.has('hx-target="#e-desk-m1-desk-2" hx-swap="delete"'))
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
