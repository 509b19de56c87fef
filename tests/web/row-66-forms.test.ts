import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId, until } from '../support/desk'
import { json } from './ask'
import { type FileDesk, formWith, openFileDesk } from './file-desk'

let desk: FileDesk
let shared: Awaited<ReturnType<FileDesk['visitor']>>
beforeAll(async () => {
  desk = await openFileDesk()
  shared = await desk.visitor()
})
afterAll(() => desk.close())

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const MB = 1024 * 1024
const fields = (text = '') => ({ client_id: clientId(), text })
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a class="file" href="([^"]+)"/g)].map(([, link = '']) => link)
const reasonOf = ({ text }: { text: string }) => JSON.parse(text).error?.reason

describe('a form', () => {
  const disposition = (name: string, bytes: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; ${name}${more}\r\n\r\n${bytes}\r\n`
  const raw = (...parts: string[]) => `${parts.join('')}--b--\r\n`
  const id = () => disposition('name="client_id"', clientId())
  const file = (name: string) => disposition('name="file"', 'text', `; filename="${name}"`)
  const strange: [string, () => string, number][] = [
    ['a field nobody knows', () => raw(id(), file('a.txt'), disposition('name="x"', '1')), 422],
    ['__proto__', () => raw(id(), file('a.txt'), disposition('name="__proto__"', '1')), 422],
    ['text in the field of files', () => raw(id(), disposition('name="file"', 'text')), 422],
    [
      'a file in the field of text',
      () => raw(id(), file('a.txt').replace('"file"', '"text"')),
      422,
    ],
    ['no id', () => raw(file('a.txt')), 422],
    ['nothing at all', () => raw(id()), 422],
    ['nothing chosen', () => raw(id(), disposition('name="file"', '', '; filename=""')), 422],
    ['too many parts', () => raw(id(), file('a.txt').repeat(10_000)), 413],
    ['too many fields', () => raw(disposition('name="x"', '1').repeat(10_000)), 413],
    ['cut off in the middle', () => `${id()}${file('a.txt').slice(0, -6)}`, 400],
    ['another boundary', () => raw(id(), file('a.txt')).replaceAll('--b', '--c'), 400],
    ['no form', () => 'nothing of the kind', 400],
    ['a head without end', () => `--b\r\n${'X: y\r\n'.repeat(20_000)}`, 400],
  ]
  test.each(strange)('%s', async (_, body, status) => {
    const before = desk.onDisk()
    const vera = shared
    const headers = { ...json, 'Content-Type': 'multipart/form-data; boundary=b' }
    const answer = await vera.post(paths.chat.files, body(), headers)
    expect(answer.status).toBe(status)
    expect(desk.onDisk()).toEqual(before)
    expect(await desk.unsaid()).toEqual([])
  })

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\\\..\\\\win.txt', 'win.txt'],
    ['C:\\\\x.txt', 'x.txt'],
    ['\u202etxt.exe.pdf.txt'.replace('.exe', ''), 'txt.pdf.txt'],
    ['a\u0007b\u200bc.txt', 'abc.txt'],
    ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
    ['发票 👨‍👩‍👧.txt', '发票 👨‍👩‍👧.txt'],
    [`${'n'.repeat(400)}.txt`, `${'n'.repeat(251)}.txt`],
  ])('a name is only shown: %s', async (sent, shown) => {
    const vera = shared
    const headers = { ...json, 'Content-Type': 'multipart/form-data; boundary=b' }
    expect((await vera.post(paths.chat.files, raw(id(), file(sent)), headers)).status).toBe(201)
    const page = await vera.get(paths.chat.page)
    const link = linksIn(page.text).at(-1) ?? ''
    expect(decodeURIComponent(link.split('/')[3] ?? '')).toBe(shown)
    const { headers: answered, status } = await vera.get(link)
    expect(status).toBe(200)
    const disposition = answered.get('Content-Disposition') ?? ''
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(shown)
    expect(disposition).not.toMatch(/["\r\n].*["\r\n].*["\r\n]/)
    expect(page.text).not.toContain('<img src=x')
  })

  test('whoever has ended, or is nobody', async () => {
    const vera = await desk.visitor()
    await desk.staff.ana.post(paths.workbench.closure(vera.conversation), new URLSearchParams())
    const late = await vera.send(formWith(fields(), [['a.txt', 'x']]))
    expect([late.status, reasonOf(late)]).toEqual([409, 'chatEnded'])
    const nobody = await desk.ask('POST', paths.chat.files, { headers: json })
    expect(nobody.status).toBe(409)
    expect(await desk.unsaid()).toEqual([])
  })
})

test('four gigabytes are refused before a byte of them is read', async () => {
  const vera = await desk.visitor()
  const { hostname, port } = new URL(desk.url)
  let heard = ''
  const head =
    `POST ${paths.chat.files} HTTP/1.1\r\nHost: desk.test\r\nOrigin: http://desk.test\r\n` +
    `Cookie: ${vera.cookie}\r\nAccept: application/json\r\nContent-Length: 4294967296\r\n` +
    'Content-Type: multipart/form-data; boundary=b\r\n\r\n'
  const socket = await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      data: (_, bytes) => {
        heard += bytes.toString()
      },
      open: (it) => void it.write(head),
    },
  })
  await until(() => heard.includes('filesTooLarge'))
  expect(heard).toStartWith('HTTP/1.1 413')
  expect(heard).toContain('100 MB')
  socket.end()
})

test('one whose sender hangs up in the middle is gone, and so is all of it', async () => {
  const before = desk.onDisk()
  const vera = await desk.visitor()
  const hanging = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      stream.enqueue(
        latin('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'),
      )
      stream.enqueue(latin('x'.repeat(MB)))
      await until(() => desk.onDisk().some((name) => name.endsWith('.tmp')))
      hanging.abort()
    },
  })
  const headers = { Cookie: vera.cookie, Origin: 'http://desk.test', Host: 'desk.test' }
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const sent = fetch(`${desk.url}${paths.chat.files}`, {
    ...{ method: 'POST', headers: { ...headers, ...type }, body, signal: hanging.signal },
  })
  expect(sent).rejects.toThrow()
  await until(
    async () => desk.onDisk().length === before.length && (await desk.unsaid()).length === 0,
  )
  expect(desk.onDisk()).toEqual(before)
})

/** Sends a form from another process, whose memory is its own. */
const SENDER = `
  const [url, cookie, id] = process.argv.slice(-3)
  const form = new FormData()
  form.set('client_id', id)
  form.set('file', new File(['x'.repeat(19 * 1024 * 1024)], 'large.txt'))
  const headers = { Host: 'desk.test', Origin: 'http://desk.test', Cookie: cookie, Accept: 'application/json' }
  console.log((await fetch(url, { method: 'POST', headers, body: form })).status)`

test('a large one goes through a small memory', async () => {
  const send = async () => {
    const url = `${desk.url}${paths.chat.files}`
    const command = [process.execPath, '-e', SENDER, url, shared.cookie, clientId()]
    const sender = Bun.spawn(command, { stdout: 'pipe' })
    expect((await new Response(sender.stdout).text()).trim()).toBe('201')
  }
  await send()
  Bun.gc(true)
  const before = process.memoryUsage.rss()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 2)
  await send()
  clearInterval(watch)
  console.log(`${Math.round(most / MB)} MB more while a file of 19 MB comes`)
  expect(most).toBeLessThan(40 * MB)
})
