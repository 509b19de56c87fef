import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { until } from '../support/desk'
import { htmx } from './ask'
import { type CardDesk, lineWith, liOf, openCardDesk, order, outcomeOf, questions } from './cards'

const { chat, workbench } = paths
let desk: CardDesk
beforeAll(async () => {
  desk = await openCardDesk()
})
afterAll(() => desk.close())

describe('a card', () => {
  test('is shown to both, live and on the page; its visitor alone is asked', async () => {
    const talk = await desk.begin()
    const page = desk.harness.follow(talk.person, talk.conversation, 0)
    const { id, answer } = await talk.send(order)
    expect(answer.status).toBe(201)
    await until(() => page.has('That suits me'))
    for (const cookie of [talk.vera, desk.cookies.ana]) {
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
    const talk = await desk.begin()
    const { id } = await talk.send(order)
    expect((await talk.send({ ...order, client_id: id })).answer.status).toBe(200)
    const other = await talk.send({ ...order, title: 'Other', client_id: id })
    expect(outcomeOf(other.answer)).toEqual([409, 'otherText'])
  })

  test('is pressed once: the press is a line of its own, and lights the button for both', async () => {
    const talk = await desk.begin()
    const page = desk.harness.follow(talk.person, talk.conversation, 0)
    const { id } = await talk.send(order)
    const pressed = await talk.press(id, { button: '1' }, htmx)
    expect(pressed.status).toBe(201)
    expect(pressed.text).toContain('hx-upsert')
    expect(pressed.text).toContain(`hx-target="#e-${id}"`)
    await until(() => page.has('data-chosen'))
    for (const cookie of [talk.vera, desk.cookies.ana]) {
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
    const talk = await desk.begin()
    const { id } = await talk.send(order)
    const both = await Promise.all([
      talk.press(id, { button: '0' }),
      talk.press(id, { button: '1' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const html = await talk.read(desk.cookies.ana)
    expect(html.split(`data-answers="${id}"`)).toHaveLength(2)
    expect(html.split('data-chosen')).toHaveLength(2)
  })

  test('counts as what its visitor said, and an agent’s as an answer', async () => {
    const talk = await desk.begin()
    const list = async () =>
      (await desk.ask('GET', workbench.page, { cookie: desk.cookies.ana })).text
    const { id } = await talk.send(order)
    expect(await list()).toContain('Second delivery')
    expect(await list()).not.toContain('Second delivery\n')
    await talk.press(id, { button: '0' })
    expect(await list()).toContain('That suits me')
  })

  test('works by plain forms', async () => {
    const talk = await desk.begin()
    const made = await desk.ask('GET', workbench.cards(talk.conversation, 'form'), {
      cookie: desk.cookies.ana,
    })
    expect(made.text).toContain('name="type.0"')
    const { id, answer } = await talk.send(questions, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toEndWith(`#e-${id}`)
    const sent = await talk.press(id, { 'field.0': 'Kai 7', 'field.1': 'vera@lake.example' }, {})
    expect(sent.status).toBe(303)
    expect(sent.headers.get('Location')).toMatch(/^\/chat#e-answer-[\w-]+$/)
    for (const cookie of [talk.vera, desk.cookies.ana]) {
      const html = await talk.read(cookie)
      expect(lineWith(html, `data-answers="${id}"`)).toMatch(
        /<dt>Street<\/dt> <dd[^>]*>Kai 7<\/dd>/,
      )
      expect(liOf(html, id)).toContain('Answered')
    }
  })
})

test('a transcript that is taken along has it, as text, as a page and as data', async () => {
  const talk = await desk.begin()
  const { id } = await talk.send(order)
  await talk.press(id, { button: '0' })
  const as = async (format: string) =>
    (await desk.ask('GET', chat.transcriptAs(format), { cookie: talk.vera })).text
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
