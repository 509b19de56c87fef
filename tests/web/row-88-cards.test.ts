import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { clientId, hire, until } from '../support/desk'
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

const order = {
  ...{ is: 'order', title: 'Second delivery', number: '20418', price: '€ 0' },
  ...{
    state: 'On its way',
    detail: 'Tomorrow 9–12',
    link: 'https://shop.example/orders/20418?a=1&b=2',
  },
  ...{ 'button.0': 'That suits me', 'button.2': 'Another day' },
}
const questions = {
  ...{ is: 'form', title: 'Where shall it go?' },
  ...{ 'field.0': 'Street', 'required.0': 'yes', 'field.1': 'E-mail', 'type.1': 'email' },
  ...{ 'field.3': 'For the driver', 'type.3': 'textarea' },
}

const begin = async () => {
  const { person, conversation, token } = await harness.talk()
  const vera = `visitor=${token}`
  const post = (cookie: string, path: string, form: Form, headers: Form = json) =>
    ask('POST', path, { cookie, form, headers })
  const send = async (card: Form, headers: Form = json, cookie = cookies.ana) => {
    const form = { client_id: clientId(), ...card }
    const path = cookie === vera ? chat.cards : workbench.cards(conversation)
    return { id: form.client_id, answer: await post(cookie, path, form, headers) }
  }
  const press = (id: string, form: Form, headers: Form = json, cookie = vera) =>
    post(cookie, chat.cardAnswer(id), form, headers)
  const read = async (cookie: string) => {
    const path = cookie === vera ? chat.page : workbench.conversation(conversation)
    return (await ask('GET', path, { cookie })).text
  }
  return { person, conversation, vera, post, send, press, read }
}

const outcomeOf = ({ status, text }: Answer) => [status, JSON.parse(text).error?.reason]
const liOf = (html: string, id: string): string =>
  new RegExp(`<li id="e-${id}".*?</li>\\n?(?=<li id="e-|</ol>)`, 's').exec(html)?.[0] ?? ''
const lineWith = (html: string, text: string): string =>
  html.split('<li id="e-').find((li) => li.includes(text)) ?? ''

describe('a card', () => {
  test('is shown to both, live and on the page; its visitor alone is asked', async () => {
    const talk = await begin()
    const page = harness.follow(talk.person, talk.conversation, 0)
    const { id, answer } = await talk.send(order)
    expect(answer.status).toBe(201)
    await until(() => page.has('That suits me'))
    for (const cookie of [talk.vera, cookies.ana]) {
      const li = liOf(await talk.read(cookie), id)
      for (const said of ['Second delivery', '20418', '€ 0', 'On its way', 'Tomorrow 9–12'])
        expect(li).toContain(said)
      expect(li).toContain('href="https://shop.example/orders/20418?a=1&amp;b=2"')
      expect(li).toContain('rel="noopener noreferrer nofollow"')
      expect(li).toContain('data-kind="said"')
      expect(li.includes(`action="${chat.cardAnswer(id)}"`)).toBe(cookie === talk.vera)
      expect(li.includes('Not answered yet')).toBe(cookie !== talk.vera)
    }
    page.leave()
  })

  test('is there once, however often it is sent', async () => {
    const talk = await begin()
    const { id } = await talk.send(order)
    expect((await talk.send({ ...order, client_id: id })).answer.status).toBe(200)
    const other = await talk.send({ ...order, title: 'Other', client_id: id })
    expect(outcomeOf(other.answer)).toEqual([409, 'otherText'])
  })

  test('is pressed once: the press is a line of its own, and lights the button for both', async () => {
    const talk = await begin()
    const page = harness.follow(talk.person, talk.conversation, 0)
    const { id } = await talk.send(order)
    const pressed = await talk.press(id, { button: '1' }, htmx)
    expect(pressed.status).toBe(201)
    expect(pressed.text).toContain('hx-upsert')
    expect(pressed.text).toContain(`hx-target="#e-${id}"`)
    await until(() => page.has('data-chosen'))
    for (const cookie of [talk.vera, cookies.ana]) {
      const html = await talk.read(cookie)
      expect(liOf(html, id)).toMatch(/data-chosen[^>]*>(<svg.*?<\/svg>)?Another day/s)
      expect(liOf(html, id)).not.toContain('<form')
      expect(liOf(html, id)).not.toContain('class="edited"')
      const line = lineWith(html, `data-answers="${id}"`)
      expect(line).toContain('data-by="visitor"')
      expect(line).toContain('>Another day</div>')
    }
    // The same again is done; another is not.
    expect((await talk.press(id, { button: '1' })).status).toBe(200)
    expect(outcomeOf(await talk.press(id, { button: '0' }))).toEqual([409, 'cardAnswered'])
    page.leave()
  })

  test('is pressed once, whoever is quicker', async () => {
    const talk = await begin()
    const { id } = await talk.send(order)
    const both = await Promise.all([
      talk.press(id, { button: '0' }),
      talk.press(id, { button: '1' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const html = await talk.read(cookies.ana)
    expect(html.split(`data-answers="${id}"`)).toHaveLength(2)
    expect(html.split('data-chosen')).toHaveLength(2)
  })

  test('counts as what its visitor said, and an agent’s as an answer', async () => {
    const talk = await begin()
    const list = async () => (await ask('GET', workbench.page, { cookie: cookies.ana })).text
    const { id } = await talk.send(order)
    expect(await list()).toContain('Second delivery')
    expect(await list()).not.toContain('Second delivery\n')
    await talk.press(id, { button: '0' })
    expect(await list()).toContain('That suits me')
  })

  test('works by plain forms', async () => {
    const talk = await begin()
    const made = await ask('GET', workbench.cards(talk.conversation, 'form'), {
      cookie: cookies.ana,
    })
    expect(made.text).toContain('name="type.0"')
    const { id, answer } = await talk.send(questions, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toEndWith(`#e-${id}`)
    const sent = await talk.press(id, { 'field.0': 'Kai 7', 'field.1': 'vera@lake.example' }, {})
    expect(sent.status).toBe(303)
    expect(sent.headers.get('Location')).toMatch(/^\/chat#e-answer-\d+$/)
    for (const cookie of [talk.vera, cookies.ana]) {
      const html = await talk.read(cookie)
      expect(lineWith(html, `data-answers="${id}"`)).toMatch(
        /<dt>Street<\/dt> <dd[^>]*>Kai 7<\/dd>/,
      )
      expect(liOf(html, id)).toContain('Answered')
    }
  })
})

describe('what is wrong with a card', () => {
  test('is said in one sentence that names the field, and nothing typed is lost', async () => {
    const talk = await begin()
    const refused = async (card: Form) => {
      const { answer } = await talk.send(card)
      const { reason, field } = JSON.parse(answer.text).error
      return [answer.status, reason, field]
    }
    expect(await refused({ is: 'poster', title: 'x' })).toEqual([422, 'fieldNotValid', 'is'])
    expect(await refused({ ...order, colour: 'red' })).toEqual([422, 'fieldUnknown', undefined])
    expect(await refused({ ...order, is: 'product' })).toEqual([422, 'fieldUnknown', undefined])
    expect(await refused({ ...questions, 'button.0': 'x' })).toEqual([
      422,
      'fieldUnknown',
      undefined,
    ])
    expect(await refused({ ...order, title: ' \u200b ' })).toEqual([
      422,
      'cardTitleMissing',
      'title',
    ])
    expect(await refused({ ...order, title: 'é'.repeat(121) })).toEqual([
      422,
      'textTooLong',
      'title',
    ])
    expect(await refused({ is: 'buttons', title: 'x' })).toEqual([
      422,
      'cardButtonMissing',
      'button.0',
    ])
    expect(await refused({ is: 'form', title: 'x' })).toEqual([422, 'cardFieldMissing', 'field.0'])
    expect(await refused({ ...questions, 'type.0': 'password' })).toEqual([
      422,
      'fieldNotValid',
      'type.0',
    ])
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//x.example',
      'shop',
      'ftp://x.example',
      'https://vera:pw@x.example',
      `https://x.example/${'a'.repeat(1000)}`,
    ])
      expect((await refused({ ...order, link })).slice(0, 1)).toEqual([422])
    const { answer } = await talk.send({ ...order, link: 'javascript:alert(1)' }, {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('javascript:alert(1)')
    expect(answer.text).toContain('value="That suits me"')
    expect(answer.text).toContain('Write a whole link')
    expect(answer.text).not.toContain('href="javascript')
  })

  test('is nothing that a page could run', async () => {
    const talk = await begin()
    const evil = '<img src=x onerror=alert(1)>'
    const { id } = await talk.send({ ...order, title: evil, 'button.0': evil, number: `"${evil}` })
    for (const cookie of [talk.vera, cookies.ana]) {
      const li = liOf(await talk.read(cookie), id)
      expect(li).toContain('&lt;img')
      expect(li).not.toContain('<img')
    }
  })

  test('is said of an answer too', async () => {
    const talk = await begin()
    const { id } = await talk.send(questions)
    const button = await talk.send(order)
    const refused = async (card: string, form: Form) => {
      const { status, text } = await talk.press(card, form)
      const { reason, field } = JSON.parse(text).error
      return [status, reason, field]
    }
    expect(await refused(id, {})).toEqual([422, 'answerMissing', 'field.0'])
    expect(await refused(id, { 'field.0': 'x', 'field.1': 'nobody' })).toEqual([
      422,
      'emailNotValid',
      'field.1',
    ])
    expect(await refused(id, { 'field.0': 'x', 'field.3': 'x' })).toEqual([
      422,
      'fieldUnknown',
      'field.3',
    ])
    expect(await refused(id, { 'field.0': 'x', button: '0' })).toEqual([
      422,
      'cardButtonUnknown',
      'button',
    ])
    expect(await refused(id, { street: 'x' })).toEqual([422, 'fieldUnknown', undefined])
    expect(await refused(button.id, { button: '2' })).toEqual([422, 'cardButtonUnknown', 'button'])
    expect(await refused(button.id, { button: 'x' })).toEqual([422, 'fieldNotValid', 'button'])
    const plain = await talk.press(id, { 'field.0': 'Kai 7', 'field.1': 'nobody' }, {})
    expect(plain.status).toBe(422)
    expect(plain.text).toContain('value="Kai 7"')
    expect(plain.text).toContain('value="nobody"')
  })
})

describe('who may', () => {
  test('send one: whoever holds it; answer one: its visitor', async () => {
    const talk = await begin()
    const stranger = await begin()
    expect((await talk.send(order, json, cookies.amir)).answer.status).toBe(403)
    const { id } = await talk.send(order)
    expect((await talk.press(id, { button: '0' }, json, stranger.vera)).status).toBe(404)
    expect((await talk.press(id, { button: '0' }, json, cookies.ana)).status).toBeGreaterThan(400)
    const words = clientId()
    await talk.post(cookies.ana, workbench.messages(talk.conversation), {
      text: 'Hi',
      client_id: words,
    })
    expect((await talk.press(words, { button: '0' })).status).toBe(404)
  })

  test('a visitor’s site shows what they look at, and asks nothing with it', async () => {
    const talk = await begin()
    const { 'button.0': _, 'button.2': __, ...shown } = order
    const { id, answer } = await talk.send(shown, json, talk.vera)
    expect(answer.status).toBe(201)
    expect(liOf(await talk.read(cookies.ana), id)).toContain('data-by="visitor"')
    expect(outcomeOf((await talk.send(order, json, talk.vera)).answer)).toEqual([
      422,
      'fieldUnknown',
    ])
    expect(outcomeOf((await talk.send(questions, json, talk.vera)).answer)).toEqual([
      422,
      'fieldNotValid',
    ])
    expect((await talk.press(id, { button: '0' })).status).toBe(422)
  })

  test('take it back: its author, and then nothing is answered', async () => {
    const talk = await begin()
    const { id } = await talk.send(order)
    const entry = workbench.entry(talk.conversation)
    const menu = await ask('GET', entry.message(id), { cookie: cookies.ana, headers: json })
    expect(JSON.parse(menu.text).may).toEqual({ mayRevise: false, mayUnsend: true, mayReact: true })
    const revised = await talk.post(cookies.ana, entry.revision(id), { text: 'x' })
    expect(revised.status).toBe(403)
    expect((await talk.post(cookies.ana, entry.withdrawal(id), {})).status).toBe(200)
    expect(await talk.read(talk.vera)).not.toContain('Second delivery')
    expect(outcomeOf(await talk.press(id, { button: '0' }))).toEqual([409, 'entryWithdrawn'])
  })

  test('nobody once it has ended: it stays to be read', async () => {
    const talk = await begin()
    const { id } = await talk.send(order)
    await talk.post(cookies.ana, workbench.closure(talk.conversation), {})
    expect(outcomeOf(await talk.press(id, { button: '0' }))).toEqual([409, 'chatEnded'])
    const past = await ask('GET', chat.pastOne(talk.conversation), { cookie: talk.vera })
    for (const html of [await talk.read(talk.vera), past.text]) {
      expect(liOf(html, id)).toContain('That suits me')
      expect(liOf(html, id)).not.toContain(chat.cardAnswer(id))
    }
    expect((await talk.send(order)).answer.status).toBe(409)
  })
})

test('a transcript that is taken along has it, as text, as a page and as data', async () => {
  const talk = await begin()
  const { id } = await talk.send(order)
  await talk.press(id, { button: '0' })
  const as = async (format: string) =>
    (await ask('GET', chat.transcriptAs(format), { cookie: talk.vera })).text
  expect(await as('txt')).toContain('Second delivery')
  expect(await as('txt')).toContain('[✓ That suits me] [Another day]')
  expect(await as('html')).toContain('[✓ That suits me] [Another day]')
  const { entries } = JSON.parse(await as('json'))
  const card = entries.find((entry: { client_id: string }) => entry.client_id === id)
  expect(card).toMatchObject({
    text: expect.stringContaining('Second delivery'),
    card: { is: 'order', number: '20418', buttons: ['That suits me', 'Another day'], answered: 0 },
  })
  expect(card.edited).toBeUndefined()
  expect(entries.at(-1)).toMatchObject({ text: 'That suits me', answers: id, by: 'visitor' })
})
