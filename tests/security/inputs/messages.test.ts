import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../../views/paths'
import {
  type App,
  type Hired,
  hire,
  newClientId,
  openApp,
  setReady,
  type Visit,
  visit,
} from '../app'
import type { Asked } from '../ask'
import { digest, restingDigest, withoutAudit } from '../rows'
import { decoded, draftIn, faultsIn, sentenceIn } from './pages'

let app: App
let ana: Hired
let vera: Visit

beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  vera = await visit(app, { name: 'Vera' })
})
afterAll(async () => {
  expect(faultsIn(app.lines)).toEqual([])
  await app.close()
})

const send = (asked: Asked) =>
  app.ask('POST', paths.chat.messages, { cookie: vera.cookie, ...asked })
const say = (text: string, clientId = newClientId()) =>
  send({ form: { text, client_id: clientId }, accept: 'json' })
const stored = async (clientId: string) =>
  (await app.store.transcripts.byClientId(vera.conversation, clientId))?.text

const kept: [what: string, text: string, becomes?: string][] = [
  ['as many emoji as there may be', '😀'.repeat(4000)],
  ['markup that would run', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
  ['what htmx would act on', '<b hx-get=/up hx-trigger=load><template hx><hx-upsert>'],
  ['innocent words', 'please open the file, self config eval input'],
  ['one letter with a tower of marks', `a${'\u0301'.repeat(3999)}`],
  ['control characters', 'a\0b\x1b[2Jc\x9bd\te\nf', 'ab[2Jcd\te\nf'],
  [
    'what would begin another event',
    'a\n\nid: 0\nretry: 1\r\rdata: x',
    'a\n\nid: 0\nretry: 1\n\ndata: x',
  ],
  ['line ends of other alphabets', '\ufeffa\u2028b\u2029c\u0085d', '\ufeffa\u2028b\u2029cd'],
]

describe('what is text is kept as it is', () => {
  test.each(kept)('%s', async (_, text, becomes = text) => {
    const clientId = newClientId()
    expect((await say(text, clientId)).status).toBe(201)
    expect(await stored(clientId)).toBe(becomes)
    // One answer for every use: the line that comes back, the visitor's page, the agent's.
    const fragment = await send({ form: { text, client_id: clientId }, accept: 'fragment' })
    const room = paths.workbench.conversation(vera.conversation)
    const pages = [
      fragment,
      await app.ask('GET', paths.chat.page, { cookie: vera.cookie }),
      await app.ask('GET', room, { cookie: ana.cookie }),
    ]
    for (const { status, text: html } of pages) {
      expect(status).toBe(200)
      expect(html.split(`id="e-${clientId}"`)).toHaveLength(2)
      expect(decoded(html)).toContain(becomes)
      expect(html).not.toMatch(/<img src=x|<script>|<b hx-get|<template hx>|alert\(2\)<\/script/)
    }
  })

  test('what is no text becomes the sign for it, by whichever way it comes', async () => {
    const ways: [body: BodyInit, type: string][] = [
      ['text=a%FF%FEb&client_id=', 'application/x-www-form-urlencoded'],
      ['{"text":"a\\ud800\\udc00\\ud800b","client_id":"', 'application/json'],
      ['{"text":"a\\udfffb","client_id":"', 'application/json'],
    ]
    for (const [start, type] of ways) {
      const clientId = newClientId()
      const body = `${start}${clientId}${type.endsWith('json') ? '"}' : ''}`
      const answer = await send({ body, headers: { 'Content-Type': type }, accept: 'json' })
      expect(answer.status).toBe(201)
      const text = (await stored(clientId)) ?? ''
      expect(text.isWellFormed() && text.includes('\ufffd')).toBe(true)
    }
    const feed = await app.ask('GET', paths.chat.feed(0), { cookie: vera.cookie })
    expect(feed.text).toStartWith('event: hb')
  })
})

const refused: [what: string, text: string, says: string][] = [
  ['nothing', '', 'Write a message first'],
  ['blanks', ' \n\t\u3000', 'Write a message first'],
  ['what nobody sees', '\0\x1b\x7f', 'Write a message first'],
  ['one too many', '字'.repeat(4001), 'Too long: 4001 of 4000'],
  ['a tower of marks too high', `a${'\u0301'.repeat(5000)}`, 'Too long: 5001 of 4000'],
]

describe('what cannot be sent says why, changes nothing and stays where it was written', () => {
  test.each(refused)('%s', async (_, text, says) => {
    const before = await restingDigest(app)
    const form = { text, client_id: newClientId() }
    const page = await send({ form })
    expect(page.status).toBe(422)
    expect(sentenceIn(page.text)).toStartWith(says)
    expect(draftIn(page.text)).toBe(text)
    const fragment = await send({ form, accept: 'fragment' })
    expect(fragment.status).toBe(422)
    expect(sentenceIn(fragment.text)).toStartWith(says)
    expect(fragment.text).not.toContain('<html')
    const json = await send({ form, accept: 'json' })
    expect(json.status).toBe(422)
    expect(JSON.parse(json.text).error).toMatchObject({ code: 'invalid', field: 'text' })
    expect(digest(app)).toEqual(before)
  })

  test('far too much to be read', async () => {
    const before = await restingDigest(app)
    const form = { text: '字'.repeat(100_000), client_id: newClientId() }
    for (const accept of ['page', 'fragment'] as const) {
      const answer = await send({ form, accept })
      expect(answer.status).toBe(413)
      expect(sentenceIn(answer.text)).toStartWith('Too long: at most 4000 characters.')
    }
    const chinese = await send({ form, headers: { 'Accept-Language': 'zh-CN' } })
    expect(sentenceIn(chinese.text)).toMatch(/4000/)
    expect(sentenceIn(chinese.text)).toMatch(/\p{Script=Han}/u)
    expect(digest(app)).toEqual(before)
  })

  test('a chat that has ended, and one that never was', async () => {
    const own = await visit(app)
    await app.ask('POST', paths.chat.closure, { cookie: own.cookie })
    const before = await restingDigest(app)
    for (const cookie of [own.cookie, 'visitor=none', '']) {
      const form = { text: 'And <one> more', client_id: newClientId() }
      const answer = await app.ask('POST', paths.chat.messages, { cookie, form })
      expect(answer.status).toBe(409)
      expect(sentenceIn(answer.text)).toStartWith('This chat has ended')
      expect(answer.text).toContain('And &lt;one&gt; more')
    }
    expect(digest(app)).toEqual(before)
  })

  test('an agent who does not hold it', async () => {
    const form = { text: 'I may not', client_id: newClientId() }
    const path = paths.workbench.messages(vera.conversation)
    const before = await restingDigest(app)
    const answer = await app.ask('POST', path, { cookie: ana.cookie, form })
    expect(answer.status).toBe(403)
    expect(withoutAudit(digest(app))).toEqual(withoutAudit(before))
  })
})

describe('what is sent twice is said once', () => {
  test('the same at the same time', async () => {
    const clientId = newClientId()
    const answers = await Promise.all(Array.from({ length: 20 }, () => say('Twice', clientId)))
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 201])
    expect(new Set(answers.map(({ text }) => JSON.parse(text).seq)).size).toBe(1)
  })

  test('other words under the same id are refused, and the first ones stay', async () => {
    const clientId = newClientId()
    await say('The first', clientId)
    const answer = await send({ form: { text: 'The second', client_id: clientId } })
    expect(answer.status).toBe(409)
    expect(draftIn(answer.text)).toBe('The second')
    expect(await stored(clientId)).toBe('The first')
  })

  test('also where a chat is begun', async () => {
    const own = await visit(app, { text: 'The first' })
    const form = { text: 'The second', client_id: own.clientId }
    const answer = await app.ask('POST', paths.chat.page, { cookie: own.cookie, form })
    expect(answer.status).toBe(409)
    expect(sentenceIn(answer.text)).toStartWith('This message was already sent')
    expect(draftIn(answer.text)).toBe('The second')
    const again = { ...form, text: 'The first' }
    const same = await app.ask('POST', paths.chat.page, { cookie: own.cookie, form: again })
    expect(same.status).toBe(303)
    const entries = await app.store.transcripts.after(own.conversation, 0, 9)
    expect(entries.filter(({ body }) => body.kind === 'text')).toHaveLength(1)
  })

  test('an agent cannot answer under the id of somebody else’s message', async () => {
    await setReady(app, ana)
    await app.ask('POST', paths.workbench.claim(vera.conversation), { cookie: ana.cookie })
    const clientId = newClientId()
    await say('Mine', clientId)
    const form = { text: 'Mine', client_id: clientId }
    const path = paths.workbench.messages(vera.conversation)
    expect((await app.ask('POST', path, { cookie: ana.cookie, form })).status).toBe(409)
  })
})
