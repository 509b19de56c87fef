import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { MERGE_UNDO_MS } from '../../actors/limits'
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
const linesOf = (id: string) => harness.store.transcripts.last(id, 100)
const textsOf = async (id: string) =>
  (await linesOf(id)).filter(({ text }) => text !== '').map(({ name, text }) => `${name}: ${text}`)
const allSeqs = async (id: string) =>
  (await harness.store.transcripts.after(id, 0, 200)).map(({ seq }) => seq)
const contextOf = async (id: string) =>
  (await harness.desk.desk.system.current<'conversation'>(`conversation:${id}`))?.context
const rowOf = (id: string) => harness.store.conversations.row(id)
const codesOf = async (id: string) =>
  (await linesOf(id)).flatMap(({ body }) => (body.kind === 'notice' ? [body.notice.code] : []))
const hasLeft = (id: string) => async () => (await codesOf(id)).includes('movedOn')

/** Vera asks for a lamp, and then for something else; Ana holds it. */
const talk = async () => {
  const vera = await harness.talk('Vera')
  const id = vera.conversation
  await harness.write(harness.ana, id, 'Your lamp is on its way')
  const second = clientId()
  const form = { text: 'And my chair is broken', client_id: second }
  const cookie = `visitor=${vera.token}`
  expect((await ask('POST', chat.messages, { cookie, form, headers: json })).status).toBe(201)
  return { id, person: vera.person, cookie, second }
}
const split = (id: string, from: string, cookie = cookies.sina) =>
  post(workbench.split(id), { from }, cookie)
const newOne = async (id: string): Promise<string> => (await rowOf(id))?.splitInto ?? ''

test('a card that was answered before it was split off is answered', async () => {
  const { id, cookie } = await talk()
  const card = clientId()
  const buttons = { is: 'buttons', title: 'When?', 'button.0': 'Today', 'button.1': 'Later' }
  const made = await post(workbench.cards(id), { ...buttons, client_id: card }, cookies.ana)
  expect(made.status).toBe(201)
  expect((await post(chat.cardAnswer(card), { button: '0' }, cookie)).status).toBe(201)
  expect((await split(id, card)).status).toBe(204)
  const next = await newOne(id)
  expect(await textsOf(next)).toContain('Vera: Today')
  const late = await post(chat.cardAnswer(card), { button: '1' }, cookie)
  expect([late.status, JSON.parse(late.text).error.reason]).toEqual([409, 'cardAnswered'])
  expect(await textsOf(next)).not.toContain('Vera: Later')
})

test('what is to be sent later goes on with the newer part', async () => {
  const { id, second } = await talk()
  const later = { text: 'Your chair has come', client_id: clientId(), send_at: '2h' }
  expect((await post(workbench.messages(id), later, cookies.ana)).status).toBe(201)
  expect((await split(id, second)).status).toBe(204)
  const next = await newOne(id)
  await clock.until(hasLeft(id))
  expect(await harness.store.scheduled.of(id)).toEqual([])
  expect(await harness.store.scheduled.of(next)).toMatchObject([{ text: later.text, held: '' }])
})

describe('a conversation that is split at an entry', () => {
  test('goes on from there in one of its own, of the same visitor and with whoever holds it', async () => {
    const { id, cookie, second, person } = await talk()
    const screens = {
      vera: harness.follow(person, id, 0),
      ana: harness.bench(id, 0),
    }
    const note = { text: `${NOTE}: glue`, client_id: clientId() }
    await post(workbench.notes(id), note, cookies.ana)
    await harness.write(harness.ana, id, 'I am sorry to hear that')
    // Somebody reacts in what leaves, and corrects what stays.
    const entry = workbench.entry(id)
    await post(entry.reactions(second), { emoji: '👍' }, cookies.ana)
    const before = await linesOf(id)
    const started = clock.now()
    expect((await split(id, second)).status).toBe(204)
    const into = await newOne(id)
    await clock.until(hasLeft(id))
    const from = before.findIndex((line) => line.clientId === second)
    const moved = (await linesOf(into)).slice(1, 1 + before.length - from)
    for (const part of ['clientId', 'by', 'author', 'name', 'at', 'text', 'body'] as const)
      expect(moved.filter(({ by }) => by !== 'desk').map((line) => line[part])).toEqual(
        before
          .slice(from)
          .filter(({ by }) => by !== 'desk')
          .map((line) => line[part]),
      )
    expect(moved[0]?.reactions).toMatchObject([{ emoji: '👍', name: 'Ana' }])
    // Nothing is twice, and every line has its place.
    expect(await textsOf(id)).toEqual(before.slice(0, from).flatMap(toldOf))
    for (const each of [id, into]) {
      const seqs = await allSeqs(each)
      expect(seqs).toEqual(seqs.map((_, nth) => nth + 1))
      expect((await contextOf(each))?.lastSeq).toBe(seqs.length)
    }
    await clock.until(async () => (await rowOf(into))?.state === 'active')
    expect(await rowOf(into)).toMatchObject({
      agentName: 'Ana',
      splitFrom: id,
      visitorName: 'Vera',
    })
    expect(await rowOf(id)).toMatchObject({ state: 'closed', mergedInto: into })
    expect((await rowOf(id))?.preview).toBe('Your lamp is on its way')
    expect((await contextOf(into))?.unansweredSince ?? started).toBeGreaterThanOrEqual(0)
    // Whoever reads along by a cursor sees it go; its visitor is led on.
    await clock.until(() => screens.ana.has('Moved to a conversation of its own'))
    await clock.until(() => screens.vera.ended === 'forbidden')
    for (const screen of Object.values(screens)) screen.leave()
    const page = await ask('GET', chat.page, { cookie })
    expect(page.text).toContain('And my chair is broken')
    expect(page.text).not.toContain('Your lamp is on its way')
    expect(page.text).not.toContain(NOTE)
    // What was sent before and is sent again is the same one.
    const again = { text: 'And my chair is broken', client_id: second }
    expect((await ask('POST', chat.messages, { cookie, form: again, headers: json })).status).toBe(
      200,
    )
    expect((await textsOf(into)).filter((text) => text.includes('my chair'))).toHaveLength(1)
    // A link each way.
    const rooms = [id, into].map((each) =>
      ask('GET', workbench.conversation(each), { cookie: cookies.sina }),
    )
    const [older, newer] = await Promise.all(rooms)
    expect(older?.text).toContain(`href="${workbench.conversation(into)}"`)
    expect(newer?.text).toContain(`href="${workbench.conversation(id)}"`)
    expect(newer?.text).toContain(workbench.unsplit(into))
    const acts = (await harness.store.audit.newest(3)).map(({ act }) => act)
    expect(acts.filter((act) => act !== 'lookedAt')[0]).toBe('split')
    const journal = await harness.store.turns.journal(`conversation:${into}`, 0, 9)
    expect(JSON.stringify(journal)).not.toContain('my chair')
    // The same again is done.
    expect((await split(id, second)).status).toBe(204)
    expect(await newOne(id)).toBe(into)
  })

  test('keeps what was corrected before it, though the correction came after', async () => {
    const { id, second } = await talk()
    const [, , hello] = (await linesOf(id)).filter(({ by }) => by !== 'desk')
    const answer = (await linesOf(id)).find(({ text }) => text.includes('on its way'))
    if (!answer || !hello) throw new Error('nobody said anything')
    await post(
      workbench.entry(id).revision(answer.clientId),
      { text: 'Your lamp comes on Monday' },
      cookies.ana,
    )
    await split(id, second)
    const into = await newOne(id)
    await clock.until(hasLeft(id))
    expect(await textsOf(id)).toContain('Ana: Your lamp comes on Monday')
    expect(
      (await harness.store.transcripts.after(into, 0, 99)).map(({ text }) => text),
    ).not.toContain('Your lamp comes on Monday')
    const found = await harness.store.transcripts.shown(id, answer.clientId)
    expect(found?.text).toBe('Your lamp comes on Monday')
  })

  test('is one again within a day, with all that was said since, and goes on', async () => {
    const { id, cookie, second } = await talk()
    await split(id, second)
    const into = await newOne(id)
    await clock.until(async () => (await rowOf(into))?.state === 'active')
    await harness.write(harness.ana, into, 'Which chair?')
    expect((await post(workbench.unsplit(into), {}, cookies.ana)).status).toBe(403)
    expect((await post(workbench.unsplit(into))).status).toBe(204)
    await clock.until(async () => (await rowOf(id))?.state === 'active')
    expect((await textsOf(id)).slice(-3)).toEqual([
      'Ana: Your lamp is on its way',
      'Vera: And my chair is broken',
      'Ana: Which chair?',
    ])
    expect(await rowOf(id)).toMatchObject({ mergedInto: null, splitInto: null, agentName: 'Ana' })
    expect(await rowOf(into)).toMatchObject({ state: 'closed', mergedInto: id, splitFrom: null })
    const form = { text: 'The red one', client_id: clientId() }
    expect((await ask('POST', chat.messages, { cookie, form, headers: json })).status).toBe(201)
    expect((await textsOf(id)).at(-1)).toBe('Vera: The red one')
    const seqs = await allSeqs(id)
    expect(seqs).toEqual(seqs.map((_, nth) => nth + 1))
    // The same again is done.
    expect((await post(workbench.unsplit(into))).status).toBe(204)
    // And can be split anew, at what came back.
    const chair = (await linesOf(id)).find(({ text }) => text === 'And my chair is broken')
    expect((await split(id, chair?.clientId ?? '')).status).toBe(204)
    const third = await newOne(id)
    expect((await textsOf(third)).at(0)).toBe('Vera: And my chair is broken')
    // The one that was split off is split too.
    const red = (await linesOf(third)).find(({ text }) => text === 'The red one')
    expect((await split(third, red?.clientId ?? '')).status).toBe(204)
    expect(await textsOf(await newOne(third))).toEqual(['Vera: The red one'])
  })

  test('is two that have ended where it had ended, and one of these after that', async () => {
    const { id, cookie, second } = await talk()
    await post(workbench.closure(id), {}, cookies.ana)
    expect((await split(id, second)).status).toBe(204)
    const into = await newOne(id)
    await clock.until(hasLeft(id))
    expect(await rowOf(into)).toMatchObject({ state: 'closed', agentName: 'Ana' })
    expect((await ask('GET', chat.page, { cookie })).text).toContain('And my chair is broken')
    expect((await post(workbench.unsplit(into))).status).toBe(204)
    await clock.until(async () => (await rowOf(id))?.mergedInto === null)
    expect((await rowOf(id))?.state).toBe('closed')
    expect((await textsOf(id)).at(-1)).toBe('Vera: And my chair is broken')
  })
})

const toldOf = ({ name, text }: { name: string; text: string }) =>
  text === '' ? [] : [`${name}: ${text}`]

test('is refused with a sentence where it cannot be, and by whom it may not', async () => {
  const { id, second } = await talk()
  const [first] = (await linesOf(id)).filter(({ by }) => by === 'visitor')
  const notice = (await linesOf(id)).find(({ by }) => by === 'desk')
  expect((await split(id, second, cookies.ana)).status).toBe(403)
  for (const from of [first?.clientId ?? '', notice?.clientId ?? '', clientId()])
    expect((await split(id, from)).status).toBe(422)
  expect((await split('nowhere', second)).status).toBe(404)
  expect((await post(workbench.unsplit(id))).status).toBe(409)
  const card = await ask('GET', workbench.entry(id).message(second), { cookie: cookies.sina })
  expect(card.text).toContain(`action="${workbench.split(id)}"`)
  const hers = await ask('GET', workbench.entry(id).message(second), { cookie: cookies.ana })
  expect(hers.text).not.toContain(workbench.split(id))
  await split(id, second)
  const into = await newOne(id)
  // It goes on elsewhere: nobody goes on with it here.
  expect((await split(id, second)).status).toBe(204)
  expect((await post(workbench.claim(id), {}, cookies.ana)).status).toBe(409)
  clock.jump(MERGE_UNDO_MS + 1)
  const cookie = await signIn(ask, 'Sina')
  expect((await post(workbench.unsplit(into), {}, cookie)).status).toBe(409)
})
