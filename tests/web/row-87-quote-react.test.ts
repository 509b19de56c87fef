import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { MOST_REACTIONS } from '../../actors/limits'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { clientId, hire, until } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Answer, type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let cookies: Record<'ana' | 'amir', string>

beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  await hire(harness.desk, 'Amir')
  cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }
})
afterAll(() => harness.desk.close())

type Form = Record<string, string>

const begin = async () => {
  const { person, conversation, token } = await harness.talk()
  const vera = `visitor=${token}`
  const entry = workbench.entry(conversation)
  const post = (cookie: string, path: string, form: Form, headers: Form = json) =>
    ask('POST', path, { cookie, form, headers })
  const say = async (cookie: string, text: string, more: Form = {}) => {
    const form = { text, client_id: clientId(), ...more }
    const path = cookie === vera ? chat.messages : workbench.messages(conversation)
    return { id: form.client_id, answer: await post(cookie, path, form) }
  }
  const note = async (text: string, more: Form = {}) => {
    const form = { text, client_id: clientId(), ...more }
    const answer = await post(cookies.ana, workbench.notes(conversation), form)
    return { id: form.client_id, answer }
  }
  const react = (cookie: string, id: string, form: Form) =>
    post(cookie, cookie === vera ? chat.reactions(id) : entry.reactions(id), form)
  const read = async (cookie: string) => {
    const path = cookie === vera ? chat.page : workbench.conversation(conversation)
    return (await ask('GET', path, { cookie })).text
  }
  return { person, conversation, vera, entry, post, say, note, react, read }
}

const outcomeOf = ({ status, text }: Answer) => [status, JSON.parse(text).error?.reason]
const liOf = (html: string, id: string): string =>
  new RegExp(`<li id="e-${id}".*?</li>`, 's').exec(html)?.[0] ?? ''
const chipsIn = (li: string) =>
  [...li.matchAll(/name="(emoji|remove)" value="([^"]+)" aria-pressed="(true|false)"/g)].map(
    ([, , emoji, isOwn]) => `${emoji}${isOwn === 'true' ? ' own' : ''}`,
  )

describe('a message that answers another', () => {
  test('shows it above its text, on both sides, live and on the page', async () => {
    const talk = await begin()
    const first = await talk.say(talk.vera, 'Is it <b>here</b>?')
    const page = harness.follow(talk.person, talk.conversation, 0)
    const { id, answer } = await talk.say(cookies.ana, 'It is', { answers: first.id })
    expect(answer.status).toBe(201)
    await until(() => page.has('class="quote"'))
    for (const cookie of [talk.vera, cookies.ana]) {
      const li = liOf(await talk.read(cookie), id)
      expect(li).toContain(`data-answers="${first.id}"`)
      expect(li).toContain('Is it &lt;b&gt;here&lt;/b&gt;?')
      expect(li).toMatch(/class="body"[^>]*>It is<\/div>/)
      expect(li).toContain(`?before=4#e-${first.id}"`)
    }
    page.leave()
  })

  test('shows it as it is now, and that it was removed', async () => {
    const talk = await begin()
    const first = await talk.say(talk.vera, 'wrong')
    const { id } = await talk.say(cookies.ana, 'Sure?', { answers: first.id })
    const quoted = async () => liOf(await talk.read(cookies.ana), id)
    expect(await quoted()).toContain('wrong')
    await talk.post(talk.vera, chat.revision(first.id), { text: 'right' })
    expect(await quoted()).toContain('right')
    await talk.post(talk.vera, chat.withdrawal(first.id), {})
    expect(await quoted()).toContain('Message removed')
    expect(await quoted()).not.toContain('right')
    const again = await talk.say(cookies.ana, 'What was it?', { answers: first.id })
    expect(again.answer.status).toBe(201)
  })

  test('answers only what its writer sees, and no note before a visitor', async () => {
    const talk = await begin()
    const secret = await talk.note(`${NOTE} aside`)
    const unknown = [422, 'answersUnknown']
    const by = async (cookie: string, answers: string) =>
      outcomeOf((await talk.say(cookie, 'x', { answers })).answer)
    expect(await by(talk.vera, 'nobody-wrote-it')).toEqual(unknown)
    expect(await by(talk.vera, 'desk-2')).toEqual([422, 'fieldNotValid'])
    expect(await by(talk.vera, secret.id)).toEqual(unknown)
    expect(await by(cookies.ana, secret.id)).toEqual([422, 'answersInside'])
    expect((await talk.note('x', { answers: secret.id })).answer.status).toBe(201)
    const other = await begin()
    const elsewhere = await other.say(other.vera, 'elsewhere')
    expect(await by(talk.vera, elsewhere.id)).toEqual(unknown)
  })

  test('may be sent twice, and by a plain form', async () => {
    const talk = await begin()
    const first = await talk.say(talk.vera, 'One?')
    const form = { text: 'Two', client_id: clientId(), answers: first.id }
    const sent = await talk.post(talk.vera, chat.messages, form, {})
    expect(sent.headers.get('Location')).toBe(`${chat.page}#e-${form.client_id}`)
    const again = await talk.post(talk.vera, chat.messages, form, htmx)
    expect(again.status).toBe(200)
    expect(again.text).toContain(`data-answers="${first.id}"`)
  })
})

describe('a reaction', () => {
  test('is there once for each person and emoji, on both sides, one’s own lit', async () => {
    const talk = await begin()
    const { id } = await talk.say(talk.vera, 'It came!')
    const page = harness.follow(talk.person, talk.conversation, 0)
    for (const form of [{ emoji: '👍' }, { emoji: '👍' }, { emoji: '❤' }])
      expect((await talk.react(cookies.ana, id, form)).status).toBe(200)
    expect((await talk.react(talk.vera, id, { emoji: '👍' })).status).toBe(200)
    await until(() => page.has('<span>2</span>'))
    expect(chipsIn(liOf(await talk.read(talk.vera), id))).toEqual(['👍 own', '❤️'])
    expect(chipsIn(liOf(await talk.read(cookies.ana), id))).toEqual(['👍 own', '❤️ own'])
    expect(chipsIn(liOf(await talk.read(cookies.amir), id))).toEqual(['👍', '❤️'])
    await talk.react(cookies.ana, id, { remove: '👍' })
    await talk.react(cookies.ana, id, { remove: '👍' })
    expect(chipsIn(liOf(await talk.read(cookies.ana), id))).toEqual(['❤️ own', '👍'])
    expect(liOf(await talk.read(talk.vera), id)).not.toContain('data-edited')
    page.leave()
  })

  test('is one emoji, whatever it is made of, and nothing else', async () => {
    const talk = await begin()
    const { id } = await talk.say(talk.vera, 'It came!')
    const react = async (emoji: string) => (await talk.react(talk.vera, id, { emoji })).status
    for (const emoji of ['👩🏽‍🚀', '🇦🇹', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '#️⃣', '👨‍👩‍👧‍👦'])
      expect([emoji, await react(emoji)]).toEqual([emoji, 200])
    for (const emoji of ['', 'a', '1', '👍👍', '👍 ', ':)', '🏽\u200d', '<b>', '\ud83d'])
      expect([emoji, await react(emoji)]).toEqual([emoji, 422])
    expect(outcomeOf(await talk.post(talk.vera, chat.reactions(id), {}))).toEqual([
      422,
      'emojiNotValid',
    ])
  })

  test('is for who is in the talk, as long as it goes on; to a note for colleagues', async () => {
    const talk = await begin()
    const { id } = await talk.say(talk.vera, 'It came!')
    const secret = await talk.note(`${NOTE} aside`)
    const form = { emoji: '👍' }
    const by = async (cookie: string, entry: string) =>
      outcomeOf(await talk.react(cookie, entry, form))
    expect(await by(cookies.amir, id)).toEqual([403, 'notYours'])
    expect(await by(cookies.amir, secret.id)).toEqual([200, undefined])
    expect(await by(talk.vera, secret.id)).toEqual([404, 'missing'])
    expect(await by(talk.vera, 'desk-2')).toEqual([404, 'missing'])
    await talk.post(cookies.ana, workbench.closure(talk.conversation), {})
    expect(await by(talk.vera, id)).toEqual([409, 'chatEnded'])
    expect(await by(cookies.ana, id)).toEqual([409, 'chatEnded'])
  })

  test('of many kinds has an end, and goes with what was taken back', async () => {
    const talk = await begin()
    const { id } = await talk.say(talk.vera, 'It came!')
    const emoji = Array.from({ length: MOST_REACTIONS + 1 }, (_, n) =>
      String.fromCodePoint(0x1f600 + n),
    )
    for (const one of emoji.slice(0, -1))
      expect((await talk.react(talk.vera, id, { emoji: one })).status).toBe(200)
    const [first = '', last = ''] = [emoji[0], emoji.at(-1)]
    expect(outcomeOf(await talk.react(talk.vera, id, { emoji: last }))).toEqual([
      409,
      'tooManyReactions',
    ])
    expect((await talk.react(cookies.ana, id, { emoji: first })).status).toBe(200)
    await talk.post(talk.vera, chat.withdrawal(id), {})
    expect(chipsIn(liOf(await talk.read(talk.vera), id))).toEqual([])
    expect(outcomeOf(await talk.react(cookies.ana, id, { emoji: last }))).toEqual([
      409,
      'entryWithdrawn',
    ])
  })
})
