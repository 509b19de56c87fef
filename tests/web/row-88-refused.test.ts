import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { json } from './ask'
import { type CardDesk, type Form, liOf, openCardDesk, order, outcomeOf, questions } from './cards'

const { chat, workbench } = paths
let desk: CardDesk
beforeAll(async () => {
  desk = await openCardDesk()
})
afterAll(() => desk.close())

describe('what is wrong with a card', () => {
  test('is said in one sentence that names the field, and nothing typed is lost', async () => {
    const talk = await desk.begin()
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
    const talk = await desk.begin()
    const evil = '<img src=x onerror=alert(1)>'
    const { id } = await talk.send({ ...order, title: evil, 'button.0': evil, number: `"${evil}` })
    for (const cookie of [talk.vera, desk.cookies.ana]) {
      const li = liOf(await talk.read(cookie), id)
      expect(li).toContain('&lt;img')
      expect(li).not.toContain('<img')
    }
  })

  test('is said of an answer too', async () => {
    const talk = await desk.begin()
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
    const talk = await desk.begin()
    const stranger = await desk.begin()
    expect((await talk.send(order, json, desk.cookies.amir)).answer.status).toBe(403)
    const { id } = await talk.send(order)
    expect((await talk.press(id, { button: '0' }, json, stranger.vera)).status).toBe(404)
    expect((await talk.press(id, { button: '0' }, json, desk.cookies.ana)).status).toBeGreaterThan(
      400,
    )
    const words = clientId()
    await talk.post(desk.cookies.ana, workbench.messages(talk.conversation), {
      text: 'Hi',
      client_id: words,
    })
    expect((await talk.press(words, { button: '0' })).status).toBe(422)
  })

  test('a visitor’s site shows what they look at, and asks nothing with it', async () => {
    const talk = await desk.begin()
    const { 'button.0': _, 'button.2': __, ...shown } = order
    const { id, answer } = await talk.send(shown, json, talk.vera)
    expect(answer.status).toBe(201)
    expect(liOf(await talk.read(desk.cookies.ana), id)).toContain('data-by="visitor"')
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
    const talk = await desk.begin()
    const { id } = await talk.send(order)
    const entry = workbench.entry(talk.conversation)
    const menu = await desk.ask('GET', entry.message(id), {
      cookie: desk.cookies.ana,
      headers: json,
    })
    expect(JSON.parse(menu.text).may).toEqual({ mayRevise: false, mayUnsend: true, mayReact: true })
    const revised = await talk.post(desk.cookies.ana, entry.revision(id), { text: 'x' })
    expect(revised.status).toBe(403)
    expect((await talk.post(desk.cookies.ana, entry.withdrawal(id), {})).status).toBe(200)
    expect(await talk.read(talk.vera)).not.toContain('Second delivery')
    expect(outcomeOf(await talk.press(id, { button: '0' }))).toEqual([409, 'entryWithdrawn'])
  })

  test('nobody once it has ended: it stays to be read', async () => {
    const talk = await desk.begin()
    const { id } = await talk.send(order)
    await talk.post(desk.cookies.ana, workbench.closure(talk.conversation), {})
    expect(outcomeOf(await talk.press(id, { button: '0' }))).toEqual([409, 'chatEnded'])
    const past = await desk.ask('GET', chat.pastOne(talk.conversation), { cookie: talk.vera })
    for (const html of [await talk.read(talk.vera), past.text]) {
      expect(liOf(html, id)).toContain('That suits me')
      expect(liOf(html, id)).not.toContain(chat.cardAnswer(id))
    }
    expect((await talk.send(order)).answer.status).toBe(409)
  })
})
