import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId, until } from '../support/desk'
import { type Answer, htmx, json } from './ask'
import { openTwoSides, type TwoSides } from './two-sides'

const { chat } = paths
const WRONG = 'My card number is 4111'
let sides: TwoSides
let harness: TwoSides['harness']
let ask: TwoSides['ask']
let cookies: TwoSides['cookies']
let begin: TwoSides['begin']

beforeAll(async () => {
  sides = await openTwoSides()
  ;({ harness, ask, cookies, begin } = sides)
})
afterAll(() => sides.close())

const statusOf = ({ status }: Answer) => status
const contextOf = async (id: string) =>
  (await harness.desk.desk.system.current(`conversation:${id}`))?.context

/** Everything that the store holds of a conversation, but for what is kept of former words. */
const allOf = async (id: string) =>
  JSON.stringify([
    await harness.store.transcripts.after(id, 0, 100),
    await harness.store.turns.load(`conversation:${id}`),
    await harness.store.turns.journal(`conversation:${id}`, 0, 100),
    await harness.store.conversations.row(id),
  ])

describe('a message that its author says otherwise', () => {
  test('is another one on both sides, in its place, and its first words are nowhere', async () => {
    const talk = await begin()
    const id = await talk.veraSays(WRONG)
    const bench = harness.bench(talk.conversation, 0)
    await until(() => bench.has(WRONG))
    const path = chat.revision(id)
    const changed = await talk.post(talk.vera, path, { text: 'Order 2041' }, { headers: htmx })
    expect(changed.status).toBe(200)
    expect(changed.text).toContain(`hx-target="#e-${id}"`)
    await until(() => bench.has('Order 2041'))
    for (const html of [await talk.page(), await talk.page(cookies.ana)]) {
      expect(html).toMatch(new RegExp(`id="e-${id}"[^>]*data-seq="3"[^>]*data-edited="4"`))
      expect(html).toContain('Order 2041')
      expect(html).not.toContain(WRONG)
    }
    expect(await allOf(talk.conversation)).not.toContain(WRONG)
    expect(await harness.store.transcripts.formerTexts(talk.conversation, id)).toEqual([
      { seq: 3, text: WRONG, until: 4 },
    ])
    bench.leave()
  })

  test('may be changed again, and what it says already is done', async () => {
    const talk = await begin()
    const id = await talk.anaSays('one')
    const say = (text: string) => talk.post(cookies.ana, talk.entry.revision(id), { text })
    for (const text of ['two', 'two', 'three']) expect((await say(text)).status).toBe(303)
    const entry = await harness.store.transcripts.shown(talk.conversation, id)
    expect(entry).toMatchObject({ text: 'three', seq: 3, edited: 5 })
    const former = await harness.store.transcripts.formerTexts(talk.conversation, id)
    expect(former.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('stays as it was said last, though an earlier change comes once more, late', async () => {
    const talk = await begin()
    const id = await talk.veraSays('one')
    const say = (text: string, client_id: string) =>
      talk.post(talk.vera, chat.revision(id), { text, client_id }, { headers: json })
    const [second, third] = [clientId(), clientId()]
    const first = JSON.parse((await say('two', second)).text)
    await say('three', third)
    const late = await say('two', second)
    expect([late.status, JSON.parse(late.text)]).toEqual([200, first])
    expect(await talk.page()).toContain('three')
    const entry = await harness.store.transcripts.shown(talk.conversation, id)
    expect(entry).toMatchObject({ text: 'three', edited: 5 })
    // An id that something else has is no second time.
    const other = await say('four', id)
    expect([other.status, JSON.parse(other.text).error.reason]).toEqual([409, 'otherText'])
    const message = { text: 'three', client_id: third }
    const said = await talk.post(talk.vera, chat.messages, message, { headers: json })
    expect([said.status, JSON.parse(said.text).error.reason]).toEqual([409, 'otherText'])
    expect(await talk.page()).toContain('name="client_id"')
    const card = await ask('GET', chat.message(id), { cookie: talk.vera })
    const form = /action="[^"]*revision".*?<\/form>/s.exec(card.text)?.[0]
    expect(form).toContain('name="client_id"')
  })

  test('is there for somebody who was away, by their cursor', async () => {
    const talk = await begin()
    const id = await talk.anaSays('wrong')
    await talk.post(cookies.ana, talk.entry.revision(id), { text: 'right' })
    const page = harness.follow(talk.person, talk.conversation, 3)
    await until(() => page.has('right'))
    expect(page.has('wrong')).toBe(false)
    page.leave()
  })

  test('is still the same message to who sends it a second time', async () => {
    const talk = await begin()
    const form = { text: 'first', client_id: clientId() }
    await talk.post(talk.vera, chat.messages, form)
    await talk.post(talk.vera, chat.revision(form.client_id), { text: 'second' })
    const again = await talk.post(talk.vera, chat.messages, form, { headers: htmx })
    expect(again.status).toBe(200)
    expect(again.text).toContain('second')
  })

  test('leaves who waits waiting, and shows in the list as it is now', async () => {
    const talk = await begin()
    const id = await talk.veraSays('first')
    const before = await contextOf(talk.conversation)
    await talk.post(talk.vera, chat.revision(id), { text: 'second' })
    const after = await contextOf(talk.conversation)
    expect(after).toMatchObject({ unread: before?.unread, unanswered: before?.unanswered })
    expect((await harness.store.conversations.row(talk.conversation))?.preview).toBe('second')
  })

  test('is not changed for the worse: the sentence, and what was typed', async () => {
    const talk = await begin()
    const id = await talk.veraSays('first')
    const path = chat.revision(id)
    const long = await talk.post(talk.vera, path, { text: 'x'.repeat(4001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('x'.repeat(4001))
    expect(long.text).toContain('4001')
    for (const text of ['', ' \n ', '\u200b'])
      expect((await talk.post(talk.vera, path, { text })).status).toBe(422)
    const refused = await talk.post(talk.vera, path, { text: '' }, { headers: json })
    expect(JSON.parse(refused.text).error).toMatchObject({ field: 'text', reason: 'writeFirst' })
  })
})

describe('a message that its author takes back', () => {
  test('says so in its place, and is nowhere but where former words are kept', async () => {
    const talk = await begin()
    const id = await talk.veraSays(WRONG)
    expect((await contextOf(talk.conversation))?.unread).toBe(2)
    const bench = harness.bench(talk.conversation, 0)
    await until(() => bench.has(WRONG))
    expect((await talk.post(talk.vera, chat.withdrawal(id), {})).status).toBe(303)
    await until(() => bench.has('Message removed'))
    for (const html of [await talk.page(), await talk.page(cookies.ana)]) {
      const [li = ''] = new RegExp(`<li id="e-${id}".*?</li>`, 's').exec(html) ?? []
      expect(li).toContain('data-withdrawn="4"')
      expect(li).toContain('data-kind="said"')
      expect(li).not.toContain('class="body"')
      expect(html).not.toContain(WRONG)
    }
    expect(await allOf(talk.conversation)).not.toContain(WRONG)
    expect((await contextOf(talk.conversation))?.unread).toBe(1)
    const row = await harness.store.conversations.row(talk.conversation)
    expect(row).toMatchObject({ preview: '', withdrawn: true })
    expect(await talk.page(cookies.ana)).toContain('Message removed')
    bench.leave()
  })

  test('twice is done, and it is not changed any more', async () => {
    const talk = await begin()
    const id = await talk.anaSays('Oh')
    const withdraw = () => talk.post(cookies.ana, talk.entry.withdrawal(id), {})
    expect([await withdraw(), await withdraw()].map(statusOf)).toEqual([303, 303])
    const path = talk.entry.revision(id)
    const revised = await talk.post(cookies.ana, path, { text: 'x' }, { headers: json })
    expect([revised.status, JSON.parse(revised.text).error.reason]).toEqual([409, 'entryWithdrawn'])
  })

  test('by two at once stays taken back', async () => {
    const talk = await begin()
    const id = await talk.veraSays('first')
    await Promise.all([
      talk.post(talk.vera, chat.withdrawal(id), {}),
      talk.post(talk.vera, chat.revision(id), { text: 'second' }),
      talk.post(talk.vera, chat.withdrawal(id), {}),
    ])
    const entry = await harness.store.transcripts.shown(talk.conversation, id)
    expect(entry?.body.kind).toBe('withdrawn')
  })
})
