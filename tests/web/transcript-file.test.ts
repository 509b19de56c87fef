import { afterAll, beforeAll, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { clientId, hire, until } from '../support/desk'
import { NOTE } from '../support/leaks'
import { putLines } from '../support/lines'
import { type Ask, askOf, json, signIn } from './ask'

const { chat, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let ana: string

beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  ana = await signIn(ask, 'Ana')
})
afterAll(() => harness.desk.close())

/** A talk in which something of each kind happened, and how it is had as a file. */
const begin = async () => {
  const { conversation, token } = await harness.talk()
  const vera = `visitor=${token}`
  const entry = workbench.entry(conversation)
  const post = (cookie: string, path: string, form: Record<string, string>) =>
    ask('POST', path, { cookie, form, headers: json })
  const write = async (cookie: string, path: string, text: string, answers?: string) => {
    const form = { text, client_id: clientId(), ...(answers ? { answers } : {}) }
    await post(cookie, path, form)
    return form.client_id
  }
  const first = await write(vera, chat.messages, '<script>alert(1)</script>\nand more')
  const gone = await write(vera, chat.messages, 'My card is 4111')
  await post(vera, chat.withdrawal(gone), {})
  const wrong = await write(ana, workbench.messages(conversation), 'wrong', first)
  await post(ana, entry.revision(wrong), { text: 'right' })
  await post(vera, chat.reactions(wrong), { emoji: '👍' })
  await write(ana, workbench.notes(conversation), `${NOTE} aside`)
  const file = (cookie: string, format: string, more: Record<string, string> = {}) => {
    const path = cookie === vera ? chat.transcript : workbench.transcript(conversation)
    return ask('GET', `${path}?format=${format}`, { cookie, headers: more })
  }
  return { conversation, vera, file }
}

test('a talk is taken along as text, as a page and as data, without what is for colleagues', async () => {
  const { vera, file } = await begin()
  for (const format of ['txt', 'html', 'json']) {
    const { status, headers, text } = await file(vera, format)
    expect(status).toBe(200)
    expect(headers.get('Content-Disposition')).toMatch(
      new RegExp(`^attachment; filename="chat-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
    )
    for (const said of ['and more', 'right', 'Ana', '👍']) expect(text).toContain(said)
    for (const unsaid of ['4111', 'wrong', NOTE, 'candidates']) expect(text).not.toContain(unsaid)
  }
  const { text } = await file(vera, 'html')
  expect(text).toContain('&lt;script&gt;alert')
  expect(text).not.toMatch(/<(?:script|link|img|iframe)\b|\b(?:src|href)=/)
})

test('data says what each is', async () => {
  const { file, vera, conversation } = await begin()
  const data = JSON.parse((await file(vera, 'json')).text)
  expect(data).toMatchObject({ conversation, language: 'en' })
  expect(data.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...['said', 'noticed', 'said', 'said', 'said'],
  ])
  const [, , first, gone, right] = data.entries
  expect(data.entries[1]).toMatchObject({ notice: 'assigned', by: 'desk' })
  expect(gone).toMatchObject({ withdrawn: true, text: '' })
  expect(right).toMatchObject({ text: 'right', edited: true, answers: first.client_id })
  expect(right.reactions).toEqual([{ emoji: '👍', by: 'visitor', name: 'Vera' }])
})

test('a colleague has the notes too, in their language; nobody else has any', async () => {
  const { file, conversation } = await begin()
  const own = await file(ana, 'txt', { Cookie: `${ana}; bellhop-language=zh` })
  expect(own.text).toContain(NOTE)
  const amir = await hire(harness.desk, 'Amir')
  expect(amir.name).toBe('Amir')
  const path = `${workbench.transcript(conversation)}?format=txt`
  expect((await ask('GET', path, { headers: json })).status).toBe(401)
  expect((await ask('GET', chat.transcript, { headers: json })).status).not.toBe(200)
  const odd = await file(ana, 'pdf', json)
  expect([odd.status, JSON.parse(odd.text).error.field]).toEqual([422, 'format'])
})

test('a file that was sent is named, and stays where it is', async () => {
  const { file, vera, conversation } = await begin()
  const send = async (cookie: string, path: string, name: string, inside = false) => {
    const body = new FormData()
    body.append('client_id', clientId())
    if (inside) body.append('inside', 'yes')
    body.append('file', new File(['x'.repeat(2000)], name, { type: 'text/plain' }))
    const headers = { ...json, Cookie: cookie, Host: 'desk.test', Origin: 'http://desk.test' }
    const answer = await harness.desk.request(path, { method: 'POST', headers, body })
    expect(answer.status).toBe(201)
    return String(body.get('client_id'))
  }
  await send(vera, chat.files, 'lamp & shade.txt')
  await send(ana, workbench.files(conversation), 'aside.txt', true)
  const gone = await send(vera, chat.files, 'gone.txt')
  await ask('POST', chat.withdrawal(gone), { cookie: vera, headers: json })
  const [txt, html, data] = await Promise.all(
    ['txt', 'html', 'json'].map(async (format) => (await file(vera, format)).text),
  )
  expect(txt).toContain('\n      File: lamp & shade.txt (2 KB)\n')
  expect(html).toContain('File: lamp &amp; shade.txt (2 KB)')
  expect(html).not.toMatch(/\b(?:src|href)=/)
  const files = JSON.parse(data ?? '').entries.flatMap(
    (entry: { files?: unknown[] }) => entry.files ?? [],
  )
  expect(files).toEqual([{ name: 'lamp & shade.txt', type: 'text/plain', bytes: 2000 }])
  for (const text of [txt, html, data]) expect(text).not.toMatch(/gone\.txt|aside\.txt/)
  expect((await file(ana, 'txt')).text).toContain('File: aside.txt (2 KB)')
})

test('a long one is whole', async () => {
  const { conversation, token } = await harness.talk()
  const lines = Array.from({ length: 1100 }, (_, n) => ({ text: `line ${n + 1};` }))
  await putLines(harness.desk, conversation, lines)
  const { text } = await ask('GET', chat.transcript, { cookie: `visitor=${token}` })
  expect(text.match(/line \d+;/g)).toHaveLength(1100)
})
