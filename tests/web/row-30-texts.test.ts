import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { textPaths } from '../../views/office/texts/paths'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { goOnDuty, hire, until, visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const HELLO = 'chat.hello'
const LINE = 'chat.lineBefore'
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const visitorsPage = async (language = 'en', path: string = paths.chat.page, cookie = '') =>
  (await office.ask('GET', `${path}?language=${language}`, cookie ? { cookie } : {})).text
const change = (word: string, language: string, form: Record<string, string>, headers = {}) =>
  office.post(textPaths.change(word, language), form, headers)
const reset = (word: string, language: string, form = {}, headers = {}) =>
  office.post(textPaths.reset(word, language), form, headers)
const shown = async (word: string) => (await office.get(textPaths.one(word))).text
const versionOf = async (word: string, language: string) =>
  fieldsOf(await shown(word), textPaths.change(word, language)).version ?? ''

describe('a text that the office changed', () => {
  test('is read by visitors, in its language, and by nobody else', async () => {
    const saved = await change(HELLO, 'en', { text: 'Ahoy! What <b>may</b> we do?', version: '' })
    const { to, text } = await office.follow(saved)
    expect(to).toBe(`${textPaths.one(HELLO)}?said=saved`)
    expect(text).toContain('Saved. Visitors read it from now on.')
    expect(await visitorsPage()).toContain('<h1>Ahoy! What &lt;b&gt;may&lt;/b&gt; we do?</h1>')
    expect(await visitorsPage('en', paths.widget.page)).toContain('Ahoy! What &lt;b&gt;may')
    expect(await visitorsPage('zh')).toContain('<h1>有什么可以帮您？</h1>')
    const [row] = await office.desk.desk.store.audit.newest(1)
    expect(row).toMatchObject({ act: 'changed', actorName: 'Olga', object: `text:en:${HELLO}` })
    expect(row?.detail).toEqual({
      ...{ value: HELLO, 'was.text': 'How can we help?' },
      'is.text': 'Ahoy! What <b>may</b> we do?',
    })
    await office.follow(await reset(HELLO, 'en', { version: await versionOf(HELLO, 'en') }))
    expect(await visitorsPage()).toContain('<h1>How can we help?</h1>')
    const [back] = await office.desk.desk.store.audit.newest(1)
    expect(back?.detail).toMatchObject({ 'is.text': 'How can we help?' })
  })

  test('has its numbers and names where it wants them, in each of its forms', async () => {
    const form = { 'text.one': 'Only one, then you.', 'text.other': 'Before you: {{ n }} of them!' }
    expect((await change(LINE, 'en', form, json)).status).toBe(200)
    await change('notices.visitor.closed', 'en', { 'text.agent': 'Bye, says {{name}}.' })
    const edition = office.desk.web.reads.texts.edition('en')
    expect([1, 2].map((n) => wordsIn(edition).chat.lineBefore(n))).toEqual([
      ...['Only one, then you.', 'Before you: 2 of them!'],
    ])
    const closed = { code: 'closed', name: '{{name}} & Co' } as const
    const { visitor } = wordsIn(edition).notices
    expect(visitor.closed({ ...closed, by: 'agent' }, false, '')).toBe('Bye, says {{name}} & Co.')
    expect(visitor.closed({ ...closed, by: 'visitor' }, false, '')).toBe('You ended the chat.')
    expect(wordsIn('en').chat.lineBefore(2)).toBe('2 people are in line before you.')
  })

  test('is told of visitors in mail, files, faults and on other sites', async () => {
    const { ask, desk } = office
    const texts = {
      'letters.why': 'Because you asked.',
      'pages.missing.title': 'Nothing to see',
      'widget.open': 'Ask a sailor',
      'entries.transcript.title': 'What was said',
      'reasons.emailNotValid': 'That is no e-mail.',
    }
    for (const [word, text] of Object.entries(texts)) await change(word, 'en', { text })
    const { token } = await visit(desk, 'Vera')
    const cookie = `visitor=${token}`
    expect((await ask('GET', '/nowhere', { cookie })).text).toContain('Nothing to see')
    expect((await office.get('/nowhere')).text).toContain('There is nothing here')
    expect((await ask('GET', paths.widget.loader)).text).toContain('"en":["Ask a sailor",')
    expect((await ask('GET', paths.chat.transcript, { cookie })).text).toContain('What was said')
    const form = { text: 'Hi', email: 'x', client_id: 'client-000001' }
    const refused = await ask('POST', paths.chat.page, { form, headers: json })
    expect(JSON.parse(refused.text).error.message).toBe('That is no e-mail.')
    // What is stored of a visitor names the language itself.
    expect(
      (await desk.desk.store.visitors.find((await visit(desk, 'Vito')).person.id))?.language,
    ).toBe('en')
    const told = await ask('GET', `${paths.chat.transcript}?format=json`, { cookie })
    expect(JSON.parse(told.text).language).toBe('en')
  })
})

describe('what cannot be said', () => {
  const refusals = [
    ['chat.place', { text: 'You are next' }, 'gapMissing', '{{place}} must be in it'],
    ['chat.place', { text: '{{place}} {{name}}' }, 'gapUnknown', '{{name}} stands for nothing'],
    ['chat.hello', { text: '{{?Who}}' }, 'gapUnknown', '{{?Who}} stands for nothing'],
    ['chat.hello', { text: ' \u200B ' }, 'textEmpty', 'Write a text'],
    ['chat.send', { text: 'S'.repeat(61) }, 'textOverLimit', '61 of 60'],
    ['chat.lead', { text: '😀'.repeat(401) }, 'textOverLimit', '401 of 400'],
  ] as const
  test.each(refusals)('%s %p is refused: %s', async (word, form, reason, sentence) => {
    const told = await change(word, 'en', form, json)
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([422, reason])
    const page = await change(word, 'en', form)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    // The field is in focus, with what was typed still in it.
    const field = /<(input|textarea)[^>]*id="field-en-text"[^>]*autofocus/
    expect(field.test(page.text)).toBe(true)
    expect(page.text).toContain(form.text.trim())
  })

  test('has no form and no word that is not there', async () => {
    expect((await change('chat.hello', 'en', { 'text.one': 'x' }, json)).status).toBe(422)
    expect((await change('workbench.title', 'en', { text: 'x' }, json)).status).toBe(404)
    expect((await change('__proto__.x', 'en', { text: 'x' }, json)).status).toBe(404)
    expect((await change('chat.hello', 'fr', { text: 'x' }, json)).status).toBe(404)
  })

  test('is not written over what somebody else has written meanwhile', async () => {
    const version = await versionOf('chat.lead', 'zh')
    await change('chat.lead', 'zh', { text: '第一', version })
    const late = await change('chat.lead', 'zh', { text: '第二', version })
    expect(late.status).toBe(409)
    expect(late.text).toContain('As saved now: 第一')
    expect(late.text).toContain('>第二</textarea>')
    expect(await visitorsPage('zh')).toContain('第一')
    const again = fieldsOf(late.text, textPaths.change('chat.lead', 'zh')).version ?? ''
    await office.follow(await change('chat.lead', 'zh', { text: '第二', version: again }))
    expect((await reset('chat.lead', 'zh', { version }, json)).status).toBe(409)
  })

  test('by whom it may not be said', async () => {
    const { ask, cookies } = office
    const form = { text: 'Mine' }
    for (const role of ['supervisor', 'agent'] as const) {
      const cookie = cookies[role]
      const asked = [
        ask('GET', textPaths.list, { cookie }),
        ask('GET', textPaths.csv({}), { cookie }),
        ask('GET', textPaths.preview(HELLO, 'en'), { cookie }),
        ask('POST', textPaths.change(HELLO, 'en'), { cookie, form }),
      ]
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403, 403])
    }
  })
})

describe('the list', () => {
  test('has every text, by where it is read, and finds some of them', async () => {
    const { get } = office
    const all = await get(textPaths.list)
    expect(all.text.match(/class="text-form"/g)?.length).toBeGreaterThan(290)
    expect(all.text).toContain(textPaths.one(HELLO))
    const found = await get(textPaths.asked({ q: 'SAILOR', in: 'en' }))
    expect(found.text.match(/class="text-form"/g)?.length).toBe(1)
    expect((await get(textPaths.asked({ q: 'sailor', changed: '1', in: 'zh' }))).text).toContain(
      'No text fits that',
    )
    const changed = JSON.parse((await get(textPaths.asked({ changed: '1', in: 'en' }), json)).text)
    expect(changed.texts.filter((one: { changed: boolean }) => one.changed)).toContainEqual({
      ...{ language: 'en', key: 'widget.open', group: 'home', text: 'Ask a sailor' },
      ...{ built_in: 'Chat with us', changed: true, gaps: [], limit: 60 },
    })
    expect((await get(textPaths.json({ q: 'sailor' }))).text).toContain('Ask a sailor')
  })

  test('is a table too, in which nothing is a formula', async () => {
    await change('chat.hello', 'en', { text: '=1+1, how can we help?' })
    const { text, headers } = await office.get(textPaths.csv({ q: '=1+1', in: 'en' }))
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const [, row = ''] = text.split('\n')
    expect(row).toStartWith(`en,chat.hello,start,"'=1+1, how can we help?",How can we help?,`)
  })
})

describe('the preview', () => {
  const preview = (word: string, fields: Record<string, string>) =>
    office.get(textPaths.previewOf(word, 'en', fields).split('#')[0] ?? '')

  test('is the page that a visitor reads, with the text marked in it', async () => {
    const { text, headers } = await preview(HELLO, { form: 'text', text: 'Hoy <i>you</i>' })
    expect(text).toContain('<h1><mark id="text-here">Hoy &lt;i&gt;you&lt;/i&gt;</mark></h1>')
    expect(text).toContain('<body inert')
    expect(text).not.toContain('\uE000')
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    // Nobody else reads what was only tried.
    expect(await visitorsPage()).not.toContain('Hoy')
  })

  test.each([
    ['chat.place', { form: 'text', text: 'Now {{place}}!' }, 'Now 3rd!'],
    [LINE, { form: 'one', 'text.one': 'One sailor.' }, 'One sailor.'],
    ['notices.visitor.closed', { form: 'agent', 'text.agent': 'Bye {{name}}' }, 'Bye Ana'],
    ['reasons.answerMissing', { form: 'text', text: 'Say {{field}}' }, 'Say Order number'],
    ['letters.go', { form: 'text', text: 'On' }, 'On'],
    ['files.stop', { form: 'text', text: 'Halt' }, 'Halt'],
  ])('of %s fills its gaps', async (word, fields, says) => {
    expect((await preview(word, fields)).text).toContain(`<mark id="text-here">${says}</mark>`)
  })
})

test('pages that are open read it at once', async () => {
  const { desk } = office
  const ana = await hire(desk, 'Zoe')
  const stop = await goOnDuty(desk, ana)
  const { person, conversation } = await visit(desk, 'Nora')
  await until(async () => (await desk.desk.store.conversations.row(conversation))?.agent === ana.id)
  const { Screen } = await import('../feeds/page')
  const screen = new Screen(true)
  const reader = { audience: 'visitor', language: 'en', zone: 'UTC', viewer: person.id } as const
  const seen = { conversation, after: 0, reader: { ...reader } }
  desk.web.feeds.visitor(person, seen, screen, { address: '127.0.0.1' })
  screen.open()
  await until(() => screen.swaps('status').length > 0)
  await change('chat.here', 'en', { text: 'is all ears' })
  await until(() => screen.swaps('status').at(-1)?.includes('is all ears'))
  await change('notices.visitor.closed', 'en', { 'text.agent': 'That was {{name}}.' })
  await end(desk.desk, ana, conversation)
  await until(() => screen.frames.some(({ html }) => html.includes('That was Zoe.')))
  screen.leave()
  stop()
})
