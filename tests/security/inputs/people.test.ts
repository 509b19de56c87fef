import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../../actors/entry'
import { commentText, email, messageText, personName } from '../../../src/commands/input'
import { paths } from '../../../views/paths'
import { linked } from '../../../views/transcript/linkify'
import { type App, answer, hire, newClientId, openApp, setReady, visit } from '../app'
import { digest, restingDigest } from '../rows'
import { decoded, draftIn, faultsIn, sentenceIn } from './pages'

let app: App

beforeAll(async () => {
  app = await openApp()
})
afterAll(async () => {
  expect(faultsIn(app.lines)).toEqual([])
  await app.close()
})

const start = (form: Record<string, string>, accept: 'page' | 'json' = 'page') =>
  app.ask('POST', paths.chat.page, {
    form: { text: 'Please <help>', client_id: newClientId(), ...form },
    accept,
  })

describe('a name', () => {
  const shown: [name: string, becomes: string][] = [
    ['<svg/onload=alert(1)>', '<svg/onload=alert(1)>'],
    ['😀'.repeat(120), '😀'.repeat(120)],
    ['Admin', 'Admin'],
    ['System', 'System'],
    ['客服小明', '客服小明'],
    ['a\u202eb\u200b\u0000c', 'abc'],
    ['a\r\nSet-Cookie: session=x', 'a Set-Cookie: session=x'],
    ['Ｖｅｒａ', 'Vera'],
    ['" onmouseover="alert(1)', '" onmouseover="alert(1)'],
  ]
  test.each(shown)('is text on every page, and a visitor’s: %j', async (name, becomes) => {
    const zoe = await hire(app, `Zoe${newClientId()}`)
    const answer = await start({ name }, 'json')
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    const { conversation } = JSON.parse(answer.text)
    const room = paths.workbench.conversation(conversation)
    const page = await app.ask('GET', room, { cookie: zoe.cookie })
    expect(decoded(page.text)).toContain(becomes)
    expect(page.text).not.toMatch(/<svg\/onload|\sonmouseover="alert/)
    // Whoever calls themselves something else is still shown as the visitor of it.
    expect(page.text).toMatch(/data-kind="said" data-by="visitor" data-side="theirs"/)
  })

  test('is not too long, as it will be shown', async () => {
    for (const name of ['😀'.repeat(121), 'ﷺ'.repeat(7), 'x'.repeat(10_000), 'ﷺ'.repeat(14_000)]) {
      const before = await restingDigest(app)
      const answer = await start({ name })
      expect(answer.status).toBe(422)
      expect(sentenceIn(answer.text)).toMatch(/^Too long: \d+ of 120/)
      expect(draftIn(answer.text)).toBe('Please <help>')
      expect(digest(app)).toEqual(before)
    }
  })
})

test('nothing that is written takes long to read', () => {
  const evil = [
    ...['ﷺ', '\u0301', ' ', '😀', '\0', '\u200b'].map((sign) => sign.repeat(43_000)),
    ...[`a@${'b.'.repeat(40_000)}`, 'a.'.repeat(2_000), 'http://'.repeat(570), 'a@'.repeat(2_000)],
    ...[`http://x${'('.repeat(1990)}${')'.repeat(1990)}`, `${'a'.repeat(64)}@`.repeat(60)],
    ...['tel:('.repeat(800), 'mailto:'.repeat(570), `x@${'-'.repeat(3_990)}`],
  ]
  const readers = [messageText, personName, email, commentText]
  const works = [...readers.map((one) => (text: string) => one.safeParse(text)), linked]
  for (const work of works)
    for (const text of evil) {
      // The best of five: other programs of this machine take their time too.
      const times = Array.from({ length: 5 }, () => {
        const began = performance.now()
        work(work === linked ? text.slice(0, 4_000) : text)
        return performance.now() - began
      })
      expect(Math.min(...times), text.slice(0, 20)).toBeLessThan(40)
    }
})

describe('a mail address', () => {
  const refused = [
    ...['a@b', 'a@b.c\nBcc: x@desk.test', `${'a'.repeat(310)}@desk.test`, 'a\0b@desk.test'],
    ...['a@desk.test?bcc=x', 'a@desk.test%0abcc', 'a\u200b@desk.test', 'a@desk.te\x1bst'],
    ...['"x"@desk.test', 'a@[127.0.0.1]', 'a b@desk.test', '<a@desk.test>', 'a@desk.test,b@c.test'],
  ]
  test.each(refused)('is refused: %j', async (email) => {
    const before = await restingDigest(app)
    const answer = await start({ email }, 'json')
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.text).error.field).toBe('email')
    expect(digest(app)).toEqual(before)
  })

  test.each(['vera@desk.test', 'v+e.r_a@sub.desk.test', '维拉@例子.测试', ' vera@desk.test '])(
    'is taken: %j',
    async (email) => expect((await start({ email }, 'json')).status).toBe(201),
  )
})

test('a department nobody knows', async () => {
  for (const department of ['nowhere', '__proto__', 'constructor', "' OR 1=1 --", '\0']) {
    const before = await restingDigest(app)
    const answer = await start({ department })
    expect(answer.status).toBe(422)
    expect(sentenceIn(answer.text)).toStartWith('This department no longer exists')
    expect(draftIn(answer.text)).toBe('Please <help>')
    expect(digest(app)).toEqual(before)
  }
})

describe('a rating', () => {
  const rate = (cookie: string, json: Record<string, unknown>) =>
    app.ask('POST', paths.chat.rating, { cookie, json, accept: 'json' })

  /** Somebody who was answered. */
  const visitAnswered = async () => {
    const own = await visit(app)
    const zoe = await hire(app, `Zoe${newClientId()}`)
    await setReady(app, zoe, 'away')
    await answer(app, zoe, own)
    return own
  }

  test('is one whole number from 1 to 5', async () => {
    const own = await visitAnswered()
    await app.ask('POST', paths.chat.closure, { cookie: own.cookie })
    const before = await restingDigest(app)
    const wrong = [0, 6, -1, 1.5, true, null, '', '0', '05', ' 5', '5e0', '0x5', '５', '1 or 1=1']
    for (const stars of [...wrong, [5], { $gt: '' }, {}])
      expect((await rate(own.cookie, { stars })).status, JSON.stringify(stars)).toBe(422)
    for (const comment of ['😀'.repeat(1001), 5, ['x'], {}])
      expect((await rate(own.cookie, { stars: 5, comment })).status).toBe(422)
    expect(digest(app)).toEqual(before)
    expect((await rate(own.cookie, { stars: 5, comment: '😀'.repeat(1000) })).status).toBe(204)
  })

  test('is given for what is over, its words once, by the visitor of it', async () => {
    const own = await visitAnswered()
    expect((await rate(own.cookie, { stars: 5 })).status).toBe(409)
    await app.ask('POST', paths.chat.closure, { cookie: own.cookie })
    const comment = 'a\0\x1b[2J<b>b</b>'
    expect((await rate(own.cookie, { stars: '4', comment })).status).toBe(204)
    expect((await rate(own.cookie, { stars: 4 })).status).toBe(204)
    expect((await rate(own.cookie, { stars: 4, comment: 'More' })).status).toBe(409)
    for (const cookie of ['', 'visitor=x', `visitor=${'x'.repeat(43)}`])
      expect((await rate(cookie, { stars: 1 })).status).toBe(404)
    const [rated] = (await app.store.transcripts.last(own.conversation, 1)) ?? []
    expect(noticeOf(rated)).toEqual({ code: 'rated', stars: 4 })
    expect(rated?.text).toBe('a[2J<b>b</b>')
  })
})

describe('a transfer', () => {
  test('to nobody who could take it leaves the conversation where it is', async () => {
    const amir = await hire(app, 'Amir')
    const away = await hire(app, 'Away')
    const full = await hire(app, 'Full', { capacity: 1 })
    const own = await visit(app)
    for (const agent of [full, amir]) {
      await setReady(app, agent)
      await app.ask('GET', paths.workbench.page, { cookie: agent.cookie })
    }
    await app.ask('POST', paths.workbench.claim(own.conversation), { cookie: amir.cookie })
    const tries: [to: string, status: number][] = [
      [`agent:${amir.id}`, 422],
      [`agent:${away.id}`, 409],
      [`agent:${full.id}`, 409],
      ['agent:0199aaaa-0000-7000-8000-00000000dead', 422],
      ...['agent:__proto__', 'department:nowhere'].map((to) => [to, 422] as [string, number]),
      ...[
        '',
        'agent:',
        'support',
        'xxxxxxxxxxxsupport',
        'department:',
        'desk:support',
        'agent:a b',
      ].map((to) => [to, 422] as [string, number]),
    ]
    const before = await restingDigest(app)
    for (const [to, status] of tries) {
      const path = paths.workbench.transfer(own.conversation)
      const asked = { cookie: amir.cookie, form: { to }, accept: 'json' as const }
      expect((await app.ask('POST', path, asked)).status, to).toBe(status)
    }
    expect(digest(app)).toEqual(before)
    expect((await app.store.conversations.find(own.conversation))?.agent).toBe(amir.id)
  })
})

test('a field that no form has changes nothing', async () => {
  const eva = await hire(app, 'Eva')
  await app.ask('GET', paths.workbench.page, { cookie: eva.cookie })
  const before = await restingDigest(app)
  const more = { role: 'admin', is_admin: '1', id: eva.id, capacity: '999', password_hash: 'x' }
  for (const [path, form] of [
    [paths.workbench.status, { status: 'ready' }],
    [paths.session.signIn, { email: eva.email, password: 'a long and honest sentence' }],
  ] as const)
    for (const [name, value] of Object.entries(more)) {
      const asked = { cookie: eva.cookie, form: { ...form, [name]: value } }
      expect((await app.ask('POST', path, asked)).status).toBe(422)
    }
  expect(digest(app)).toEqual(before)
  expect((await app.store.accounts.byId(eva.id))?.role).toBe('agent')
})
