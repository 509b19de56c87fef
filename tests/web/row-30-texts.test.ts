import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { textPaths } from '../../views/office/texts/paths'
import { paths } from '../../views/paths'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const HELLO = 'chat.hello'
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const visitorsPage = async (language = 'en', path: string = paths.chat.page) =>
  (await office.ask('GET', `${path}?language=${language}`)).text

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
    expect(await visitorsPage('zh')).toContain('<h1>有什么可以帮您？</h1>')
    expect((await office.get(textPaths.one(HELLO))).text).toContain('How can we help?')
    await office.follow(await reset(HELLO, 'en', { version: await versionOf(HELLO, 'en') }))
    expect(await visitorsPage()).toContain('<h1>How can we help?</h1>')
  })
})
