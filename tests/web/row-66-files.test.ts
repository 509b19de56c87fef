import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { fileSignature } from '../../src/commands/files/link'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { NOTE } from '../support/leaks'
import { htmx } from './ask'
import { type FileDesk, formWith, openFileDesk, type Sent } from './file-desk'
import { gif, jpeg, PLACE, png, pngText, webp } from './images'

let desk: FileDesk
let shared: Awaited<ReturnType<FileDesk['visitor']>>
beforeAll(async () => {
  desk = await openFileDesk()
  shared = await desk.visitor()
})
afterAll(() => desk.close())

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const fields = (text = '') => ({ client_id: clientId(), text })
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a class="file" href="([^"]+)"/g)].map(([, link = '']) => link)
const reasonOf = ({ text }: { text: string }) => JSON.parse(text).error?.reason

/** One file in a message: how it was answered, and where it is. */
const sendOne = async (name: string, bytes: Sent) => {
  const vera = shared
  const form = fields('Look')
  const sent = await vera.send(formWith(form, [[name, bytes]]))
  const page = await vera.get(paths.chat.page)
  return { vera, form, sent, page, link: linksIn(page.text).at(-1) ?? '' }
}

describe('a file', () => {
  test('comes with its message, for a program, a script and a page', async () => {
    const vera = await desk.visitor()
    const form = fields('Two of them')
    const files: [string, Sent][] = [
      ['Rechnung Nr. 7.pdf', '%PDF-1.4 …'],
      ['photo.png', png()],
    ]
    const first = await vera.send(formWith(form, files))
    expect([first.status, JSON.parse(first.text).client_id]).toEqual([201, form.client_id])
    // The same once more, as after an answer that was lost: said once, and kept once.
    const again = await vera.send(formWith(form, files))
    expect([again.status, JSON.parse(again.text)]).toEqual([200, JSON.parse(first.text)])
    expect(reasonOf(await vera.send(formWith(form, files.slice(1))))).toBe('otherText')
    const plain = await vera.send(formWith(fields(), [['notes.txt', 'plain']]), {})
    expect(plain.status).toBe(303)
    const fragment = await vera.send(formWith(fields(), [['a.txt', 'x']]), htmx)
    expect([fragment.status, linksIn(fragment.text).length]).toEqual([201, 1])
    const page = await vera.get(paths.chat.page)
    expect(page.text).toContain('data-type="application/pdf" data-size="12"')
    expect(page.text).toMatch(/<img src="[^"]+" alt="photo.png" width="3" height="2"/)
    expect(linksIn(page.text)).toHaveLength(4)
    const room = await desk.staff.ana.get(paths.workbench.conversation(vera.conversation))
    expect(linksIn(room.text)).toEqual(linksIn(page.text))
    expect(await desk.unsaid()).toEqual([])
  })

  test('comes from those who answer too, as a reply or as a note', async () => {
    const vera = await desk.visitor()
    const { ana, amir } = desk.staff
    const to = paths.workbench.files(vera.conversation)
    expect((await ana.post(to, formWith(fields('Here'), [['a.txt', 'x']]))).status).toBe(201)
    const held = await amir.post(to, formWith(fields('Mine?'), [['b.txt', 'x']]))
    expect([held.status, reasonOf(held)]).toEqual([403, 'notYours'])
    const noted = { ...fields(NOTE), inside: 'yes' }
    expect((await amir.post(to, formWith(noted, [['c.txt', 'x']]))).status).toBe(201)
    const room = linksIn((await amir.get(paths.workbench.conversation(vera.conversation))).text)
    expect(room).toHaveLength(2)
    expect((await amir.get(room[1] ?? '')).text).toBe('x')
    // What is between colleagues no visitor reads, whoever they are.
    expect(linksIn((await vera.get(paths.chat.page)).text)).toEqual(room.slice(0, 1))
    expect((await vera.get(room[1] ?? '')).status).toBe(404)
  })

  test('stays when its words are changed, and goes when they are taken back', async () => {
    const { vera, form, link } = await sendOne('a.txt', 'mine')
    const entry = `${paths.chat.messages}/${form.client_id}`
    const words = new URLSearchParams({ text: 'Otherwise' })
    expect((await vera.post(`${entry}/revision`, words)).status).toBeLessThan(300)
    expect(linksIn((await vera.get(paths.chat.page)).text)).toContain(link)
    expect((await vera.get(link)).text).toBe('mine')
    const before = desk.onDisk()
    expect((await vera.post(`${entry}/withdrawal`, new URLSearchParams())).status).toBeLessThan(300)
    expect((await vera.get(link)).status).toBe(404)
    expect(desk.onDisk().length).toBe(before.length - 1)
  })

  test('is not even known by its name once it is taken back, and its message is still the same', async () => {
    const vera = await desk.visitor()
    const form = fields('Look')
    const files: [string, Sent][] = [['divorce papers.txt', 'mine']]
    await vera.send(formWith(form, files))
    const entry = `${paths.chat.messages}/${form.client_id}`
    await vera.post(`${entry}/revision`, new URLSearchParams({ text: 'Otherwise' }))
    await vera.post(`${entry}/reactions`, new URLSearchParams({ emoji: '👍' }))
    await vera.post(`${entry}/withdrawal`, new URLSearchParams())
    const { transcripts, turns } = desk.desk.store
    const lines = await transcripts.after(vera.conversation, 0, 100)
    const raw = await Promise.all(
      lines.map(({ clientId }) => transcripts.byClientId(vera.conversation, clientId)),
    )
    const journal = await turns.journal(`conversation:${vera.conversation}`, 0, 100)
    expect(JSON.stringify([lines, raw, journal])).not.toContain('divorce')
    expect(lines.map(({ body }) => body.kind)).toContain('reaction')
    expect((await vera.send(formWith(form, files))).status).toBe(200)
  })

  test('without a word is told by what it is, in the reader’s language', async () => {
    const [vera, vito] = [await desk.visitor('Vera'), await desk.visitor('Vito')]
    await vera.send(formWith(fields(), [['photo.png', png()]]))
    await vito.send(formWith(fields(), [['Rechnung.pdf', '%PDF-1.4 …']]))
    const list = async (language: string) =>
      (await desk.staff.ana.get(paths.workbench.page, { 'Accept-Language': language })).text
    const [english, chinese] = [await list('en'), await list('zh')]
    expect(english).toContain('<bdi>Image</bdi>')
    expect(english).toContain('<bdi>File Rechnung.pdf</bdi>')
    expect(chinese).toContain('<bdi>图片</bdi>')
    expect(chinese).toContain('<bdi>文件 Rechnung.pdf</bdi>')
  })

  test('is served as what the desk says it is, and can do nothing', async () => {
    const { vera, link } = await sendOne('a.txt', '<script>alert(1)</script>')
    const { status, headers, text } = await vera.get(link)
    expect([status, text]).toEqual([200, '<script>alert(1)</script>'])
    const said = Object.fromEntries(headers)
    expect(said).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="a.txt"; filename*=UTF-8''a.txt`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    })
    const etag = headers.get('ETag') ?? ''
    expect((await vera.get(link, { 'If-None-Match': etag })).status).toBe(304)
    const picture = await sendOne('a.png', png())
    const shown = await picture.vera.get(picture.link)
    expect(shown.headers.get('Content-Disposition')).toStartWith('inline')
    const saved = await picture.vera.get(`${picture.link}?download`)
    expect(saved.headers.get('Content-Disposition')).toStartWith('attachment')
  })

  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=4-99', 206, 'bytes 4-9/10', '456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=5-2', 200, null, '0123456789'],
    ['bytes=0-1,3-4', 200, null, '0123456789'],
    ['lines=0-1', 200, null, '0123456789'],
  ])('is served in parts: %s', async (range, status, told, text) => {
    const { vera, link } = await sendOne('a.txt', '0123456789')
    const answer = await vera.get(link, { Range: range })
    expect([answer.status, answer.headers.get('Content-Range'), answer.text]).toEqual([
      ...[status, told, text],
    ])
  })

  test('is there for nobody else, and for all others it looks like nothing', async () => {
    const { link } = await sendOne('a.txt', 'secret')
    const vito = await desk.visitor('Vito')
    const id = link.split('/')[2] ?? ''
    const ways = [vito.get(link), vito.get(link.replace(id, 'x')), vito.get(`${link}?e=1&s=x`)]
    ways.push(vito.get(link.replace(id, id.replace(/^./, 'f'))), vito.get('/files/..%2f..%2fetc/x'))
    for (const answer of await Promise.all(ways)) expect(answer.status).toBe(404)
    const nobody = await fetch(`${desk.url}${link}`, { headers: { Host: 'desk.test' } })
    expect(nobody.status).toBe(404)
  })

  test('can be read by a signed link, until that expires', async () => {
    const { link } = await sendOne('a.txt', 'signed')
    const vito = await desk.visitor('Vito')
    const [, , id = '', name = ''] = link.split('/')
    const by = (until: number) =>
      vito.get(paths.signedFile(id, name, fileSignature(desk.config.secret, id, until)))
    expect((await by(Date.now() + 60_000)).text).toBe('signed')
    expect((await by(Date.now() - 1)).status).toBe(403)
    const forged = paths.signedFile(id, name, fileSignature('another', id, Date.now() + 60_000))
    expect((await vito.get(forged)).status).toBe(404)
  })
})

describe('an image', () => {
  const photos: [string, Sent, number, number][] = [
    ['turned.jpg', jpeg(), 30, 40],
    ['turned-too.jpg', jpeg({ order: 'II', turn: 8 }), 30, 40],
    ['straight.jpg', jpeg({ turn: 1 }), 40, 30],
    ['called-otherwise.png', jpeg({ turn: 3 }), 40, 30],
    ['text.png', png({ more: [pngText] }), 3, 2],
    ['comment.gif', gif({ frames: 3 }), 1, 1],
    ['exif.webp', webp(), 7, 5],
    ['film-behind.jpg', jpeg({ end: latin(`\xff\xd9\0\0\0\x18ftypmp42${PLACE}`) }), 30, 40],
    ['no-end.jpg', jpeg({ end: latin('') }), 30, 40],
  ]
  test.each(photos)(
    'says neither where nor with what it was taken: %s',
    async (name, bytes, w, h) => {
      const { vera, sent, link, page } = await sendOne(name, bytes)
      expect([sent.status, sent.text]).toEqual([201, expect.any(String)])
      const { bytes: served, headers } = await vera.get(link)
      const text = Buffer.from(served).toString('latin1')
      expect(text).not.toContain('Vera Cam')
      expect(text).not.toContain('XMP DataXMP')
      expect(page.text).toContain(`alt="${name}" width="${w}" height="${h}"`)
      expect(Number(headers.get('Content-Length'))).toBe(served.byteLength)
      if (name.startsWith('turned')) expect(text).toContain('Exif')
    },
  )
})
