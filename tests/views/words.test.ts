import { describe, expect, test } from 'bun:test'
import { resolve } from 'node:path'
import { Glob } from 'bun'
import type { Notice } from '../../actors/entry'
import { Problem } from '../../actors/problem'
import { sentenceFor, words, wordsIn } from '../../views/words'
import { type Language, languages } from '../../views/words/language'
import { tell } from '../../views/words/notice'

const hasBoth = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  languages.every((language) => typeof Reflect.get(value, language) === 'object')

type Leaf = { path: string; says: unknown }

const leaves = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [{ path, says: value }]

/** All that is said, by the name it is exported under: not every page has its words from the whole. */
const files = [...new Glob('views/words/**/*.ts').scanSync('.')]
const modules = await Promise.all(files.map((file): Promise<object> => import(resolve(file))))
const said = modules.flatMap(Object.entries).filter(([, value]) => hasBoth(value))
const saidIn = (language: Language) =>
  Object.fromEntries(said.map(([name, both]) => [name, Reflect.get(both, language)]))

const pathsOf = (value: unknown) =>
  leaves(value)
    .map(({ path }) => path)
    .sort()

describe('dictionaries', () => {
  test('are all looked at', () => {
    expect(said.map(([name]) => name)).toEqual(expect.arrayContaining(['words', 'departments']))
  })

  test('both languages have the same words', () => {
    expect(pathsOf(saidIn('zh'))).toEqual(pathsOf(saidIn('en')))
  })

  test.each([...languages])('%s leaves nothing empty', (language) => {
    const empty = leaves(saidIn(language)).filter(({ says }) => says === '')
    expect(empty).toEqual([])
  })

  test('no English was left in the Chinese', () => {
    const names = new Set(['.common.brand', '.words.common.brand'])
    const isMark = (path: string) => path.startsWith('.punctuation.')
    const plain = leaves(saidIn('zh')).filter(
      ({ path, says }) =>
        typeof says === 'string' && !/\p{sc=Han}/u.test(says) && !(names.has(path) || isMark(path)),
    )
    expect(plain).toEqual([])
  })

  test('Chinese has Chinese punctuation', async () => {
    const literal = /(['"`])((?:\\.|(?!\1).)*)\1/g
    // What programs read is left as it is: variables, times of a day, operators of a search.
    const bare = (text: string) =>
      text.replaceAll(/\$\{[^}]*\}|\{\{.*?\}\}|\d+:\d+|\w+:(?=\w)/g, 'x')
    const halfWidth =
      /\p{sc=Han}["”」]? ?[,:;!?()·]|[,;!?()·] ?["“「]?\p{sc=Han}|\p{sc=Han}\.(?!\w)| [·-] |\.\.\./u
    const found: string[] = []
    for (const file of files)
      for (const line of (await Bun.file(file).text()).split('\n'))
        for (const [, , text = ''] of line.matchAll(literal))
          if (
            /\p{sc=Han}/u.test(text) &&
            !/[a-z]+ [a-z]+ [a-z]+/.test(text) &&
            halfWidth.test(bare(text))
          )
            found.push(`${file}: ${text}`)
    expect(found).toEqual([])
  })

  test('Chinese speaks of a chat, not of telephones or machines', () => {
    const said = leaves(saidIn('zh')).map(({ path, says }) => `${path} ${says}`)
    expect(said.some((each) => each.includes('接入'))).toBe(true)
    expect(said.filter((each) => /接听|应答|响铃|呼叫|就绪|余量|的人选/.test(each))).toEqual([])
  })

  test('every reason is one sentence with or without its figures', () => {
    for (const language of languages)
      for (const sentence of Object.values(wordsIn(language).reasons)) {
        expect(sentence({})).toMatch(/[.!。！]$/)
        expect(sentence({})).not.toMatch(/undefined|NaN|null/)
        const full = { count: 4001, limit: 4000, seconds: 12, name: 'Amir', field: 'text' }
        expect(sentence(full)).not.toMatch(/undefined|NaN|null/)
      }
  })
})

describe('sentences', () => {
  const says = (...problem: ConstructorParameters<typeof Problem>) =>
    sentenceFor(new Problem(...problem), 'en')

  test('say what happened and what to do', () => {
    expect(says('invalid', 'writeFirst')).toStartWith('Write a message first')
    expect(says('invalid', 'textTooLong', { values: { count: 4001, limit: 4000 } })).toStartWith(
      'Too long: 4001 of 4000',
    )
    expect(says('conflict', 'otherText')).toContain('already sent with other text')
    expect(says('conflict', 'chatEnded')).toStartWith('This chat has ended')
    expect(says('forbidden', 'crossSite')).toStartWith('Cross-site request blocked')
  })

  test('say whose account it is, for nobody to look for it in vain', () => {
    const values = { email: 'ana@desk.test' }
    expect(says('conflict', 'accountOther', { values: { ...values, role: 'agent' } })).toBe(
      "The account of ana@desk.test is an admin's and cannot be changed as an agent's.",
    )
    expect(says('conflict', 'accountOther', { values: { ...values, role: 'admin' } })).toContain(
      "is an agent's",
    )
  })

  test('name the wait of a limit', () => {
    expect(says('limited', 'tooFast', { retryAfter: 1 })).toContain('in 1 second;')
    expect(says('limited', 'tooManySignIns', { retryAfter: 120 })).toContain('in 2 minutes.')
    expect(says('limited', 'busy')).toContain('in a moment;')
  })
})

describe('notices', () => {
  const assigned: Notice = {
    code: 'assigned',
    agent: 'ana',
    name: 'Ana',
    waited: 18_000,
    why: { how: 'chosen', strategy: 'least-loaded', candidates: 3 },
  }
  const en = (audience: 'visitor' | 'desk', notice: Notice, you = false) =>
    tell(words.en.notices[audience], notice, you)

  test('the visitor reads who came and how long it took', () => {
    expect(en('visitor', assigned)).toBe('Ana joined. You waited 18 seconds.')
    expect(en('visitor', { ...assigned, waited: 240_000 })).toBe(
      'Ana joined. You waited 4 minutes.',
    )
    expect(en('visitor', { ...assigned, waited: 900 })).toBe('Ana joined.')
  })

  test('after a colleague was lost nothing is said that was not so', () => {
    const visits: Notice[] = [
      { ...assigned, waited: 900 },
      { code: 'requeued', reason: 'lost', name: 'Ana' },
      { ...assigned, waited: 16_000 },
    ]
    const reads = (language: 'en' | 'zh') =>
      visits.map((notice) => tell(words[language].notices.visitor, notice, false))
    expect(reads('en')).toEqual([
      'Ana joined.',
      'Ana had to leave. What you wrote is kept, and the next free colleague will go on with it.',
      'Ana joined. You waited 16 seconds.',
    ])
    expect(reads('zh')).toEqual([
      'Ana已接入，为您服务。',
      'Ana暂时离开了。您发送的内容已保存，下一位空闲的客服会继续为您服务。',
      'Ana已接入，为您服务。您等了 16 秒。',
    ])
  })

  test('colleagues read why', () => {
    expect(en('desk', assigned, true)).toBe('Assigned to you: least loaded of 3 who are free')
    expect(en('desk', assigned)).toBe('Assigned to Ana: least loaded of 3 who are free')
    expect(en('desk', { ...assigned, why: { how: 'took' } }, true)).toBe(
      'You took it from the queue',
    )
  })

  test('colleagues read in one sentence how often it rang in vain, and at whom last', () => {
    const passed: Notice = { code: 'passed', name: 'Ana', reason: 'unanswered' }
    expect(en('desk', passed)).toBe('Ana did not accept in time')
    expect(en('desk', { ...passed, name: 'Amir', times: 3 })).toBe(
      'Offered 3 times; the last was Amir, who did not accept in time',
    )
    const { desk } = wordsIn('zh').notices
    expect(tell(desk, { ...passed, name: 'Amir', times: 3 }, false)).toBe(
      '已先后提醒 3 次，最近一次：Amir未及时接入',
    )
  })

  test('the visitor never learns how the desk runs', () => {
    const inside: Notice[] = [
      { code: 'passed', name: 'Ana', reason: 'declined' },
      { code: 'transferring', from: 'Ana', to: 'Amir' },
      { code: 'stayed', name: 'Ana', to: 'Amir' },
    ]
    for (const language of languages)
      for (const notice of inside)
        expect(tell(wordsIn(language).notices.visitor, notice, false)).not.toMatch(/Ana|Amir/)
    const left = (reason: 'lost' | 'signedOff') =>
      en('visitor', { code: 'requeued', reason, name: 'Ana' })
    expect(left('lost')).toBe(left('signedOff'))
  })
})
