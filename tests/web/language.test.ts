import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Ask, askOf } from './ask'

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
})
afterAll(() => desk.close())

const languageOf = async (accepted: string, path: string = paths.home, cookie = '') => {
  const headers = { 'Accept-Language': accepted }
  const { text } = await ask('GET', path, { headers, ...(cookie ? { cookie } : {}) })
  return /<html[^>]* lang="([\w-]+)"/.exec(text)?.[1]
}

describe('the language of a page', () => {
  const read: [accepted: string, language: string][] = [
    ['', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    // The order says nothing where the figures do.
    ['fr, zh;q=0.1, en;q=0.9', 'en'],
    ['en;q=0.4, zh;q=0.5', 'zh-Hans'],
    ['de-AT, en;q=0.5;x=1, zh;q=0.6', 'zh-Hans'],
    ['zh ; q=0.2 , en ; q=0.3', 'en'],
    // Of equal ones the first.
    ['en, zh', 'en'],
    ['zh;q=0.5, en;q=0.5', 'zh-Hans'],
    // What is refused is not read.
    ['zh;q=0, en', 'en'],
    ['zh;q=0', 'en'],
    ['zh;q=0.000, fr', 'en'],
    ['en;q=0, zh;q=0.1', 'zh-Hans'],
    // Traditional Chinese is nearer to ours than English is; another place still speaks it.
    ['zh-TW', 'zh-Hans'],
    ['zh-Hant-HK, en;q=0.3', 'zh-Hans'],
    ['ZH-hant, EN;q=0.9', 'zh-Hans'],
    ['zh-TW;q=0.2, en-US;q=0.7', 'en'],
    // A country that was refused does not refuse the language.
    ['zh-TW;q=0, zh;q=0.8', 'zh-Hans'],
    // Any other.
    ['*', 'en'],
    ['en;q=0, *;q=0.5', 'zh-Hans'],
    ['zh;q=0.3, *;q=0.5', 'en'],
    ['*;q=0', 'en'],
    // Languages of which we have none, and none that only begin alike.
    ['fr, de;q=0.8', 'en'],
    ['zha, en;q=0.1', 'en'],
    ['eng, zh;q=0.1', 'zh-Hans'],
    // What makes no sense is passed over.
    [';;;, ,q=1,=', 'en'],
    ['zh;q=abc, en;q=0.9', 'zh-Hans'],
    [`${'fr,'.repeat(2_000)}zh`, 'en'],
  ]
  test.each(read)('that is asked for with %j is %s', async (accepted, language) => {
    expect(await languageOf(accepted)).toBe(language)
  })

  test('is the one that was chosen, whatever the browser says', async () => {
    expect(await languageOf('en', `${paths.home}?lang=zh`)).toBe('zh-Hans')
    expect(await languageOf('en', paths.home, 'language=zh')).toBe('zh-Hans')
    expect(await languageOf('zh', `${paths.home}?lang=xx`, 'language=fr')).toBe('zh-Hans')
  })
})
