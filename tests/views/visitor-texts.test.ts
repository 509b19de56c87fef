import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { rulesOf, whatIsWrong } from '../../actors/text/form-rules'
import { end } from '../../src/commands/conversations/end'
import { samples, talk } from '../../views/office/texts/samples'
import { exampleNotice } from '../../views/office/texts/talk'
import type { VisitorContext } from '../../views/page-context'
import { paths } from '../../views/paths'
import { keepEdition, type Words, words } from '../../views/words'
import { type Edition, languages } from '../../views/words/language'
import { gapExamplesIn, texts } from '../../views/words/texts'
import { visitorText, visitorTextsIn } from '../../views/words/visitor-texts'
import {
  clientId,
  goOnDuty,
  hire,
  openTestDesk,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { askOf, json } from '../web/ask'

const RECORDED: Edition = 'en-x-recorded'
const read = new Set<string>()

/** The same words, which write down what of them is read. */
const recording = (within: object, path: string): object =>
  new Proxy(within, {
    get: (target, key) => {
      const inner: unknown = Reflect.get(target, key)
      if (typeof key !== 'string') return inner
      const at = path === '' ? key : `${path}.${key}`
      if (typeof inner === 'object' && inner !== null) return recording(inner, at)
      if (inner !== undefined) read.add(at)
      return inner
    },
  })

/** What a visitor's page asks for and nobody writes otherwise, each with why. */
const exceptions: readonly RegExp[] = [
  // The name of the desk has a setting of its own.
  /^common\.brand$/,
  // Made by the rules of the language: days, numbers, lengths of time.
  /^times\./,
  /^chat\.estimate$/,
  // Left out of what the scripts are given.
  /^files\.inside$/,
  // The words came from a department.
  /^notices\.visitor\.greeted$/,
  // Of a draft that only colleagues send later.
  /^together\.(later|stale)\./,
]
const isKnown = (word: string) =>
  visitorText('en', word) !== undefined || exceptions.some((one) => one.test(word))

const look: VisitorContext = {
  ...{ language: RECORDED, theme: 'auto', nonce: 'nonce', here: '/chat' },
  ...{ now: Date.UTC(2026, 10, 20, 12), zone: 'UTC' },
}

describe('what visitors read', () => {
  let desk: TestDesk
  beforeAll(async () => {
    keepEdition(RECORDED, recording(words.en, '') as Words)
    desk = await openTestDesk()
    Object.assign(desk.web.reads.texts, { edition: () => RECORDED })
  })
  afterAll(() => desk.close())

  test('stands in the list of their texts, on every page that is drawn of it', () => {
    for (const sample of Object.values(samples).flat()) String(sample(look))
    for (const { word, forms } of visitorTextsIn('en').filter(({ group }) => group === 'notices'))
      for (const form of Object.keys(forms)) {
        const lines = exampleNotice(look.now, 'en', word.replace('notices.visitor.', ''), form)
        expect([word, lines?.length]).toEqual([word, 2])
        String(talk({ lines: lines ?? [] })(look))
      }
    expect(read.size).toBeGreaterThan(150)
    expect([...read].filter((word) => !isKnown(word))).toEqual([])
  })

  test('and on every page that the desk answers them with', async () => {
    read.clear()
    const ask = askOf(desk)
    const ana = await hire(desk, 'Ana')
    const asked = (text: string, more = {}) => ({ text, client_id: clientId(), ...more })
    for (const path of [paths.home, paths.chat.page, paths.widget.page, '/nowhere', '/chat/past'])
      await ask('GET', path)
    for (const form of [asked(''), asked('Hi', { email: '@' }), asked('x'.repeat(5_000))])
      for (const headers of [{}, json]) await ask('POST', paths.chat.page, { form, headers })
    const { token, conversation } = await visit(desk, 'Vera')
    const cookie = `visitor=${token}`
    const get = (path: string) => ask('GET', path, { cookie })
    await get(paths.chat.page)
    const stop = await goOnDuty(desk, ana)
    await until(async () => (await desk.desk.store.conversations.row(conversation))?.agent)
    const shown = (await get(paths.chat.page)).text
    const [, line = ''] = /id="e-([^"]+)"/.exec(shown) ?? []
    expect(line).not.toBe('')
    for (const path of [
      '/chat/tail?after=0',
      paths.chat.transcript,
      `${paths.chat.transcript}?format=html`,
    ])
      await get(path)
    await get(`/chat/messages/${line}`)
    for (const form of [asked(''), asked('y'.repeat(5_000)), {}])
      await ask('POST', paths.chat.messages, { cookie, form })
    await ask('POST', paths.chat.rating, { cookie, form: { stars: '5' } })
    await end(desk.desk, ana, conversation)
    await get(paths.chat.page)
    await ask('POST', paths.chat.rating, { cookie, form: { stars: '2' } })
    await get(paths.chat.page)
    await get(paths.chat.past)
    await get(paths.chat.pastOne(conversation))
    stop()
    expect(read.size).toBeGreaterThan(80)
    expect([...read].filter((word) => !isKnown(word))).toEqual([])
  })
})

describe('the list of them', () => {
  test('has every text in both languages, in one place', () => {
    const [en, zh] = languages.map((each) => visitorTextsIn(each).map(({ word }) => word))
    expect(zh).toEqual(en ?? [])
    expect(new Set(en).size).toBe(en?.length ?? 0)
  })

  test.each([...languages])(
    'in %s names every form and gap, and obeys its own rules',
    (language) => {
      for (const text of visitorTextsIn(language))
        for (const rule of rulesOf(text.forms)) {
          expect(texts[language].forms[rule.form]).toBeString()
          expect([...rule.builtIn].length).toBeLessThanOrEqual(rule.limit)
          expect(whatIsWrong({ ...rule, builtIn: '' }, rule.builtIn)).toBeUndefined()
          for (const gap of rule.allowed) {
            expect([gap, typeof texts[language].gaps[gap]]).toEqual([gap, 'string'])
            expect([gap, typeof gapExamplesIn(language)[gap]]).toEqual([gap, 'string'])
          }
        }
    },
  )
})
