import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { formPaths } from '../../views/office/forms'
import { paths } from '../../views/paths'
import { json } from './ask'
import { beginners } from './beginners'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
const { send, begun, linesOf } = beginners(() => office)

const desk = 'desk'
const field = (of: string, more: Record<string, string>) =>
  office.post(formPaths.fields(of), { label_en: 'Order number', label_zh: '订单号', ...more })

describe('what the office asks before a chat', () => {
  beforeAll(async () => {
    const asked = { key: 'order', required: 'yes', pattern: '@@-####' }
    expect((await field(desk, asked)).status).toBe(303)
    const sizes = { key: 'size', type: 'select', label_en: 'Size', label_zh: '尺码' }
    await field(desk, { ...sizes, options: 's | Small | 小\nl | Large | 大' })
    await field('support', { key: 'phone', type: 'text', label_en: 'Phone', label_zh: '电话' })
    const consent = { required: 'yes', text_en: 'You may keep this.', text_zh: '同意保存' }
    await office.post(formPaths.consent(desk), consent)
  })

  test('stands in the form, in the words of its reader', async () => {
    const { text } = await office.ask('GET', paths.chat.page)
    for (const part of [
      'name="field.order"',
      'Order number',
      'Small',
      'type="tel"',
      'name="consent"',
    ])
      expect(text).toContain(part)
    const zh = await office.ask('GET', paths.chat.page, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(zh.text).toContain('订单号')
    expect(zh.text).toContain('同意保存')
  })

  test.each([
    ['nothing', {}, 'field.order'],
    ['a number of another form', { 'field.order': '12' }, 'field.order'],
    ['no consent', { 'field.order': 'AB-1234' }, 'consent'],
    ['a size that there is none', { 'field.order': 'AB-1234', 'field.size': 'xl' }, 'field.size'],
    ['no phone number', { 'field.order': 'AB-1234', 'field.phone': 'call me' }, 'field.phone'],
    ['what was never asked', { 'field.role': 'admin', consent: 'yes' }, 'field.role'],
  ])('%s is refused, and the field named', async (_, answers, wrong) => {
    const told = await send({ ...answers }, paths.chat.page, json)
    expect([told.status, JSON.parse(told.text).error.field]).toEqual([422, wrong])
    const { status, text } = await send({ ...answers, name: 'Vera' })
    expect(status).toBe(422)
    for (const typed of ['Vera', 'Where is my parcel?']) expect(text).toContain(typed)
  })

  test('is kept with the conversation, with its consent, and never in the journal', async () => {
    const answers = { 'field.order': 'ab-1234', 'field.size': 'l', 'field.phone': '+43 1 2345 678' }
    const id = await begun({ ...answers, consent: 'yes' })
    const [asked, said] = await linesOf(id)
    expect(asked).toMatchObject({
      text: 'Order number: ab-1234\nSize: Large\nPhone: +43 1 2345 678',
      body: { kind: 'answers', consent: { of: desk, version: 1, language: 'en' } },
    })
    expect(said).toMatchObject({ text: 'Where is my parcel?', seq: 2 })
    const store = office.desk.desk.store
    const row = await store.conversations.row(id)
    const context = await office.desk.desk.system.current(`visitor:${row?.visitor}`)
    expect(context?.context).toMatchObject({
      profile: { phone: '+43 1 2345 678' },
    })
    const { text } = await office.ask('GET', paths.workbench.conversation(id), {
      cookie: office.cookies.admin,
    })
    expect(text.split('id="facts"')[1]).toContain('ab-1234')
  })

  test('agreed to another text is another version', async () => {
    const consent = { required: 'yes', text_en: 'You may keep this for a year.' }
    await office.post(formPaths.consent(desk), consent)
    const id = await begun({ 'field.order': 'AB-1234', consent: 'yes' })
    expect((await linesOf(id))[0]?.body).toMatchObject({ consent: { version: 2 } })
  })

  test('is not agreed to by who saw another text, or says no', async () => {
    const order = { 'field.order': 'AB-1234' }
    const shown = /name="consent" value="([^"]+)"/.exec(
      (await office.ask('GET', paths.chat.page)).text,
    )
    expect(shown?.[1]).toBe(`${desk}.2`)
    for (const consent of [`${desk}.1`, 'support.2', 'no', 'off']) {
      const told = await send({ ...order, consent }, paths.chat.page, json)
      expect([told.status, JSON.parse(told.text).error.field]).toEqual([422, 'consent'])
    }
    const { text } = await send({ ...order, consent: `${desk}.1` })
    expect(text).toContain('What you agree to has changed.')
    expect(text).not.toMatch(/name="consent"[^>]* checked/)
    const id = await begun({ ...order, consent: shown?.[1] ?? '' })
    expect((await linesOf(id))[0]?.body).toMatchObject({ consent: { version: 2 } })
  })

  test.each([
    ['a key with a space', { key: 'or der' }, 422, 'key'],
    ['a key that is taken', { key: 'size' }, 409, 'key'],
    ['no words', { key: 'empty', label_en: '', label_zh: '' }, 422, 'label_en'],
    ['one answer to choose from', { key: 'one', type: 'select', options: 'a' }, 422, 'options'],
    ['another kind', { key: 'kind', type: 'password' }, 422, 'type'],
    ['a form of an earlier state', { key: 'stale', version: 'old' }, 409, undefined],
  ])('%s is no question', async (_, more, status, wrong) => {
    const told = await office.post(formPaths.fields(desk), { label_en: 'Size', ...more }, json)
    expect([told.status, JSON.parse(told.text).error.field]).toEqual([status, wrong])
  })

  test('is in order, is changed, and goes again', async () => {
    const order = async () =>
      JSON.parse((await office.get(formPaths.page(desk), json)).text).form.fields.map(
        ({ key }: { key: string }) => key,
      )
    await field(desk, { was: 'order', key: 'order', place: '2' })
    expect(await order()).toEqual(['size', 'order'])
    expect((await office.post(formPaths.removal(desk), { was: 'order' })).status).toBe(303)
    expect((await office.post(formPaths.removal(desk), { was: 'order' })).status).toBe(404)
    expect(await order()).toEqual(['size'])
    for (let n = 1; n <= 11; n++) await field(desk, { key: `more${n}` })
    expect((await field(desk, { key: 'thirteenth' })).status).toBe(409)
    for (let n = 1; n <= 11; n++) await office.post(formPaths.removal(desk), { was: `more${n}` })
    await office.post(formPaths.consent(desk), {})
  })

  test('is the business of who runs the office', async () => {
    for (const path of [formPaths.list, formPaths.page('support')]) {
      expect((await office.get(path)).status).toBe(200)
      const cookie = office.cookies.supervisor
      expect((await office.ask('GET', path, { cookie })).status).toBe(403)
    }
    expect((await office.get(formPaths.page('nowhere'))).status).toBe(404)
  })
})

describe('a greeting and questions', () => {
  test('stand on the page, and the greeting at the head of the talk', async () => {
    const questions = 'Where is my parcel? | 我的包裹在哪里？\nHow do I pay?'
    const greeting = { greeting_en: 'Welcome <b>here</b>', greeting_zh: '欢迎光临' }
    expect(
      (await office.post(formPaths.welcome('support'), { ...greeting, questions })).status,
    ).toBe(303)
    const { text } = await office.ask('GET', paths.chat.page)
    expect(text).toContain('Welcome &lt;b>here&lt;/b>'.replaceAll('>', '&gt;'))
    expect(text).toContain('value="How do I pay?"')
    const pressed = { question: 'How do I pay?', text: 'With a card?' }
    const id = await begun(pressed)
    const [greeted, said] = await linesOf(id)
    expect(greeted).toMatchObject({
      text: 'Welcome <b>here</b>',
      body: { notice: { code: 'greeted' } },
    })
    expect(said).toMatchObject({ text: 'How do I pay?\nWith a card?' })
    expect((await linesOf(await begun({ question: 'How do I pay?', text: '' })))[1]?.text).toBe(
      'How do I pay?',
    )
  })

  test('are six at most', async () => {
    const questions = Array.from({ length: 7 }, (_, n) => `Question ${n}?`).join('\n')
    const told = await office.post(formPaths.welcome('support'), { questions }, json)
    expect([told.status, JSON.parse(told.text).error.field]).toEqual([422, 'questions'])
  })
})
