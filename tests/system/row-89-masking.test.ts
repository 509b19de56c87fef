import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { say } from '../../src/commands/conversations/say'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { privacyPaths } from '../../views/office/privacy/details'
import { paths } from '../../views/paths'
import { type MailDesk, MINUTE_MS, openMailDesk } from '../letters/mail-desk'
import { readable } from '../letters/mail-server'
import { clientId, hire } from '../support/desk'
import { indexAll } from '../support/indexed'
import { type Ask, askOf, json, signIn } from '../web/ask'

const [CARD, IDENTITY, CONTRACT] = ['4111 1111 1111 1111', '11010519491231002X', 'KD-204711']
const WORDS = `My card is ${CARD}, my number ${IDENTITY}, and the contract ${CONTRACT}`
const SHOWN =
  'My card is •••• •••• •••• 1111, my number ••••••••••••••002X, and the contract •••••••••'
const secrets = [CARD, IDENTITY, CONTRACT, '4111111111111111']

let mail: MailDesk
let ask: Ask
let cookies: { ana: string; olga: string }
let talk: { id: string; token: string }
let entry: string

const none = (text: string) => {
  for (const secret of secrets) expect([secret, text.includes(secret)]).toEqual([secret, false])
}

beforeAll(async () => {
  mail = await openMailDesk()
  const { desk } = mail
  ask = askOf(desk)
  await hire(desk, 'Olga', 5, 'admin')
  cookies = { ana: await signIn(ask, 'Ana'), olga: await signIn(ask, 'Olga') }
  await changeDeskSettings(desk.desk, 'masking', { maskPatterns: 'KD-\\d{6}' })
  const { id, token, person } = await mail.ask('Vera')
  talk = { id, token }
  entry = clientId()
  const from = { address: '203.0.113.9', language: 'en' }
  const said = await say(desk.desk, person, id, { text: WORDS, client_id: entry }, from)
  if (isProblem(said)) throw new Error(said.reason)
  await mail.answer(id, `You wrote: ${WORDS}`)
  await indexAll(desk.desk.store)
}, 60_000)
afterAll(() => mail.close())

const get = (path: string, cookie = cookies.ana, headers = {}) =>
  ask('GET', path, { cookie, headers })
const { workbench } = paths

test('no page shows it: neither the room, the lists, the chat nor what is answered at once', async () => {
  for (const [path, cookie] of [
    [workbench.conversation(talk.id), cookies.ana],
    [workbench.conversation(talk.id), cookies.olga],
    [workbench.page, cookies.ana],
    [paths.chat.page, `bellhop-visitor=${talk.token}`],
    [workbench.tail(talk.id, 0), cookies.ana],
    [workbench.entry(talk.id).message(entry), cookies.ana],
  ] as const) {
    const { status, text } = await get(path, cookie)
    expect([path, status]).toEqual([path, 200])
    none(text)
  }
  expect((await get(workbench.conversation(talk.id))).text).toContain(SHOWN)
  const cookie = `bellhop-visitor=${talk.token}`
  const form = { text: `Again ${CARD}`, client_id: clientId() }
  const headers = { 'HX-Request': 'true' }
  none((await ask('POST', paths.chat.messages, { cookie, form, headers })).text)
})

test('nor a file that is taken along, in any of its forms', async () => {
  for (const format of ['txt', 'html', 'json', 'csv']) {
    const { status, text } = await get(workbench.transcriptAs(talk.id, format))
    expect([format, status]).toEqual([format, 200])
    none(text)
    expect([format, text.includes('1111')]).toEqual([format, true])
  }
})

test('nobody finds it, and what is found does not show it', async () => {
  const found = async (q: string) =>
    JSON.parse((await get(workbench.search(q), cookies.ana, json)).text).conversations
  expect(await found('contract')).not.toEqual([])
  none((await get(workbench.search('contract'))).text)
  for (const secret of ['4111', '11010519491231002X', '204711'])
    expect([secret, await found(secret)]).toEqual([secret, []])
})

test('nor does a mail', async () => {
  await mail.answer(talk.id, `You wrote: ${WORDS}`)
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  const [sent] = mail.mailsTo('vera@guest.test').map(readable)
  expect(sent).toContain('You wrote: My card is')
  none(sent ?? '')
})

test('what is stored stays; who may do so reveals it, and the audit is told', async () => {
  const { desk } = mail.desk
  expect((await desk.unmasked.transcripts.byClientId(talk.id, entry))?.text).toBe(WORDS)
  const at = workbench.entry(talk.id).reveal(entry)
  expect((await ask('POST', at, { cookie: cookies.ana })).status).toBe(403)
  const card = await get(workbench.entry(talk.id).message(entry), cookies.olga)
  expect(card.text).toContain(`action="${at}"`)
  none(card.text)
  const before = (await desk.store.audit.newest(1))[0]?.id
  const shown = await ask('POST', at, { cookie: cookies.olga })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain(WORDS)
  const [act] = await desk.store.audit.newest(1)
  expect(act?.id).not.toBe(before ?? '')
  expect(act).toMatchObject({
    ...{ act: 'revealed', actorName: 'Olga', object: `conversation:${talk.id}` },
  })
  expect(JSON.stringify(act)).not.toContain('4111')
  // Sent once more it is the same message, though nobody is shown what it says.
  const cookie = `bellhop-visitor=${talk.token}`
  const again = await ask('POST', paths.chat.messages, {
    ...{ cookie, form: { text: WORDS, client_id: entry }, headers: json },
  })
  expect(again.status).toBeLessThan(300)
})

test('what is masked is said in the office, at once on every page', async () => {
  const { text } = await get(privacyPaths.page, cookies.olga)
  const version = /name="version" value="([^"]*)"/.exec(
    text.split(`action="${privacyPaths.settings('masking')}"`)[1] ?? '',
  )?.[1]
  const save = (form: Record<string, string>) =>
    ask('POST', privacyPaths.settings('masking'), { cookie: cookies.olga, form })
  const wrong = await save({ version: version ?? '', maskPatterns: 'KD-(\\d' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('KD-(\\d')
  expect(wrong.text).toContain('no pattern')
  const form = { maskCards: 'yes', maskIdentities: 'yes', maskPatterns: '' }
  expect((await save({ version: version ?? '', ...form })).status).toBe(303)
  expect((await get(workbench.conversation(talk.id))).text).toContain(CONTRACT)
  expect((await save({ version: version ?? '', ...form, maskCards: 'no' })).status).toBe(409)
  const [act] = await mail.desk.desk.store.audit.newest(1)
  expect(act).toMatchObject({ act: 'changed', object: 'setting:desk.masking' })
})
